import Foundation
import Kernel

extension House {
    /// `2026-11-22 14:05`, by the company's clock.
    package func clockText(_ moment: Instant) -> String {
        let minutes = moment.timeOfDay(in: timeZone) / 60_000
        let (hour, minute) = (minutes / 60, minutes % 60)
        return "\(moment.day(in: timeZone)) " + (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "")
            + "\(minute)"
    }
}
