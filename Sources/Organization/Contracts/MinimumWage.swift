import Kernel

/// A local minimum wage from a day on, until the next one of the same city.
package struct MinimumWage: Hashable, Sendable {
    /// How sure the figure is. A company confirms figures that are not verified before it relies on them.
    package enum Confidence: String, Sendable, Hashable, Codable {
        case verified
        /// The month figure is from a secondary source, or the whole row from general knowledge.
        case unconfirmed
    }

    /// As in the table: `shanghai`.
    package let city: String
    package let cityName: Phrase
    package let from: Day
    package let monthly: Money
    /// For part-time work.
    package let hourly: Money
    /// Whether the employee's own contributions come on top (Shanghai, Beijing), rule S-10.
    package let comparesNet: Bool
    package let confidence: Confidence
}

extension MinimumWage {
    /// The published figures this version knows, from minimum_wage.csv: facts, extended by a company's own settings.
    package static let published: [MinimumWage] = [
        row("shanghai", "上海", "Shanghai", "2023-07-01", 269_000, 2_400, net: true, .verified),
        row("shanghai", "上海", "Shanghai", "2025-07-01", 274_000, 2_500, net: true, .verified),
        row("beijing", "北京", "Beijing", "2023-09-01", 242_000, 2_640, net: true, .unconfirmed),
        row("beijing", "北京", "Beijing", "2025-09-01", 254_000, 2_770, net: true, .unconfirmed),
        row("shenzhen", "深圳", "Shenzhen", "2022-01-01", 236_000, 2_220, net: false, .unconfirmed),
        row("shenzhen", "深圳", "Shenzhen", "2025-03-01", 252_000, 2_370, net: false, .unconfirmed),
        row("guangzhou", "广州", "Guangzhou", "2021-12-01", 230_000, 2_220, net: false, .unconfirmed),
        row("guangzhou", "广州", "Guangzhou", "2025-03-01", 250_000, 2_370, net: false, .unconfirmed),
    ].compactMap { $0 }

    private static func row(
        _ city: String, _ zh: String, _ en: String, _ from: String, _ monthly: Int64, _ hourly: Int64, net: Bool,
        _ confidence: Confidence
    ) -> MinimumWage? {
        guard let day = Day(iso: from) else { return nil }
        return MinimumWage(
            city: city, cityName: Phrase(zh: zh, en: en), from: day, monthly: Money(fen: monthly),
            hourly: Money(fen: hourly), comparesNet: net, confidence: confidence)
    }

    /// The one in force in a city on a day: by code or name in either language, with or without 市. Nil when unknown,
    /// also before the first known day.
    package static func of(_ city: String, on day: Day, in table: [MinimumWage] = published) -> MinimumWage? {
        let name = city.hasSuffix("市") ? String(city.dropLast()) : city
        return
            table.filter { row in
                row.from <= day
                    && (row.city == name.lowercased() || row.cityName.zh == name
                        || row.cityName.en.lowercased() == name.lowercased())
            }
            .max { $0.from < $1.from }
    }

    /// What of a month's pay is compared with the minimum: overtime, shift and hardship allowances and legal welfare
    /// never count, own contributions not where the rule is net (rule S-10).
    package static func compared(
        gross: Money, contributions: Money, excluded: Money, net: Bool
    ) throws(MoneyRefusal) -> Money {
        let counted = try gross - excluded
        return net ? try counted - contributions : counted
    }
}
