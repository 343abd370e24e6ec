import Foundation
import Kernel
import Markup
import SQL
import Shell

/// What the org chart is asked, as it stands in the address.
struct UnitsQuestion: Sendable {
    enum Show: String, Codable, Sendable, CaseIterable {
        case tree, list, headless
    }

    static let fields = [
        FormField("as_of", .day, Phrase(zh: "日期", en: "As of")),
        FormField("under", .record, Phrase(zh: "从此单元往下", en: "Below this unit")),
        FormField("q", .text(maximum: 100), Phrase(zh: "名称或编码", en: "Name or code")),
        FormField(
            "show",
            .choice([
                Choice("list", Phrase(zh: "列表", en: "List")),
                Choice("headless", Phrase(zh: "没有负责人", en: "Without a head")),
            ]), Phrase(zh: "显示", en: "Show")),
    ]

    let day: Day
    let under: ID<OrgUnit>?
    let text: String?
    let show: Show
    let after: ID<OrgUnit>?

    init(_ query: FormFields, today: Day) throws {
        day = try query.day("as_of") ?? today
        under = query["under"].flatMap { ID<OrgUnit>($0) }
        text = query["q"].map { String($0.prefix(100)) }
        after = query["after"].flatMap { ID<OrgUnit>($0) }
        // Whoever looks for a name wants a list.
        show = query["show"].flatMap(Show.init) ?? (text == nil ? .tree : .list)
    }

    /// Two questions of one key without a text ask for the same page.
    var key: Query { "\(day) \(under) \(show.rawValue) \(after)" }

    /// The units asked for, in outline order.
    func chosen(of tree: [UnitNode]) -> [UnitNode] {
        let inside = under.map { UnitStore.subtree(of: $0, tree) }
        return tree.filter { node in
            (inside?.contains(node.id) ?? true) && (show != .headless || node.head == nil)
                && (text.map { node.name.localizedStandardContains($0) || node.code == $0 } ?? true)
        }
    }
}
