import Kernel

extension Schedule {
    /// 每天 02:30
    package var name: Phrase {
        switch self {
        case .minutes(let minutes):
            minutes.isMultiple(of: 60)
                ? Phrase(zh: "每 \(minutes / 60) 小时", en: minutes == 60 ? "every hour" : "every \(minutes / 60) hours")
                : Phrase(zh: "每 \(minutes) 分钟", en: "every \(minutes) minutes")
        case .day(let minute): Phrase(zh: "每天 \(Self.clock(minute))", en: "every day at \(Self.clock(minute))")
        case .week(let weekday, let minute):
            Phrase(
                zh: "每\(weekday.name.zh) \(Self.clock(minute))", en: "every \(weekday.name.en) at \(Self.clock(minute))"
            )
        case .month(let day, let minute):
            Phrase(
                zh: "每月 \(day) 日 \(Self.clock(minute))", en: "on day \(day) of every month at \(Self.clock(minute))")
        }
    }

    private static func clock(_ minute: Int) -> String {
        let (hours, minutes) = minute.quotientAndRemainder(dividingBy: 60)
        return (hours < 10 ? "0" : "") + "\(hours):" + (minutes < 10 ? "0" : "") + "\(minutes)"
    }
}
