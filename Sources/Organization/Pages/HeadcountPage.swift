import Kernel
import Markup
import Shell

/// Who came, went and moved: how many there are, how it got there, and where places are open.
struct HeadcountPage: PageModel {
    let board: HeadcountBoard
    let through: Day
    /// When the figures were counted, if the staff list has changed since.
    let counted: String?
    /// For the filter.
    let choices: [UnitChoice]
    /// Of the unit asked for; nil for the whole company.
    let unitName: String?

    static let crumb = Crumb(Phrase(zh: "编制看板", en: "Headcount board"), "/headcount")
    var title: Phrase { Self.crumb.title }
    static var width: AppFrame.Width { .full }

    var trail: [Crumb] { unitName == nil ? [] : [Self.crumb] }

    func heading(_ view: PageView) -> any Heading {
        let (whole, net) = (board.whole, board.whole.closing - board.whole.opening)
        let place = unitName ?? ""
        let change = NumberFormat.signed(0).phrase(Double(net))
        return PageHead(
            unitName.map { Phrase(verbatim: $0) } ?? title, count: count(whole.closing),
            note: Phrase(
                zh: "\(place.isEmpty ? "" : "“\(place)”及下级，")\(board.months.count) 个月内入职 \(whole.joiners) 人，"
                    + "离职 \(whole.leavers) 人，人数\(net == 0 ? "不变" : "净变动 \(change.zh)")。",
                en:
                    "\(place.isEmpty ? "" : "“\(place)” and below: ")\(whole.joiners) joined and \(whole.leavers) left in "
                    + "\(board.months.count) months" + (net == 0 ? "." : ", \(change.en) in all.")),
            breadcrumbs: trail.steps)
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            FilterBar(
                "/headcount",
                filters: [
                    .select(
                        "unit", HeadcountWords.unit,
                        [Choice("", Phrase(zh: "全公司", en: "Whole company"))] + choices.map(\.choice),
                        chosen: board.unit?.description ?? ""),
                    .day("through", Phrase(zh: "截止日期", en: "Through"), view.query["through"] ?? ""),
                    .select("months", Phrase(zh: "时间跨度", en: "Period"), spans, chosen: view.query["months"] ?? ""),
                ], active: [view.query["unit"], view.query["through"], view.query["months"]].count { $0 != nil })
            if let counted { p(.class("hint")) { Phrase.countedBefore(counted) } }
            if board.whole == .init(), board.units.isEmpty {
                EmptyState(
                    title: Phrase(zh: "没有可统计的人员", en: "Nobody to count"),
                    explanation: Phrase(
                        zh: "导入花名册或办理入职后，这里会显示人数、入离职和空缺。",
                        en: "Once people are hired or imported, headcount, movement and open places appear here."))
            } else {
                SummaryFigures(summary)
                chart
                monthTable
                view.exports(of: "/headcount/months")
                section(.id("units")) {
                    unitTable
                    view.exports(of: "/headcount/units")
                }
            }
        }
    }

    private var spans: [Choice] {
        HeadcountRoutes.spans.map { count in
            Choice(
                count == 12 ? "" : String(count), Phrase(zh: "近 \(count) 个月", en: "Last \(count) months"))
        }
    }

    private func count(_ people: Int) -> Phrase {
        let number = NumberFormat.count.phrase(Double(people))
        return Phrase(zh: "\(number.zh) 人", en: people == 1 ? "1 person" : "\(number.en) people")
    }
}
