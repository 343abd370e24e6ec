import Foundation
import Kernel
import SQL
import Tenure

/// The clock: a wrong one dates every change, contract and session wrongly.
enum ClockCheck {
    private static let subject = Phrase(zh: "时钟", en: "Clock")
    /// 2025-01-01, before which no version of this program was made.
    private static let earliest = Instant(milliseconds: 1_735_689_600_000)

    /// When the last entry of the audit log was written.
    static func newest(in database: Database) async -> Instant? {
        try? await database.read { tx in
            try tx.value("select at from audit_entries order by number desc limit 1", as: Instant.self)
        }
    }

    static func look(_ settings: Server.Settings, newest: Instant?) -> Finding {
        let now = Instant(Date())
        let zone = settings.timeZone.identifier
        if now < earliest {
            return .bad(
                subject,
                Phrase(
                    zh: "系统时间是 \(now.iso)，明显有误。请校准时间并启用 NTP",
                    en: "the system says \(now.iso), which cannot be. Set it and use NTP"))
        }
        if let newest, now < newest.adding(milliseconds: -60_000) {
            return .bad(
                subject,
                Phrase(
                    zh: "系统时间 \(now.iso) 早于最后一条审计记录 \(newest.iso)。请校准时间并启用 NTP",
                    en:
                        "the system says \(now.iso), before the last entry of the audit log, \(newest.iso). Set it and use NTP"
                ))
        }
        return .good(
            subject,
            Phrase(
                zh: "\(now.iso)，公司日期 \(now.day(in: settings.timeZone))（\(zone)）",
                en: "\(now.iso); the company's day is \(now.day(in: settings.timeZone)) (\(zone))"))
    }
}
