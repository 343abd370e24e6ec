import Kernel
import Markup

/// Units as a list to choose from.
enum UnitChoices {
    /// A list longer than this helps nobody; the rest is reached by the number of the unit.
    static let most = 2_000

    static func choices(_ units: [UnitCard]) -> [Choice] {
        [Choice("", Phrase(zh: "全公司", en: "Whole company"))]
            + units.map {
                Choice(String($0.id), Phrase(verbatim: String(repeating: "\u{3000}", count: $0.depth) + $0.name))
            }
    }

    static func name(of unit: Int64, in units: [UnitCard]) -> String {
        units.first { $0.id == unit }?.name ?? "\(unit)"
    }
}
