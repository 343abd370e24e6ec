import Kernel
import Markup

/// The figures on top, each with its reason.
extension HeadcountPage {
    var summary: [SummaryFigures.Entry] {
        let whole = board.whole
        var entries: [SummaryFigures.Entry] = [
            entry(
                "closing", Phrase(zh: "在职人数", en: "In service"), number(whole.closing),
                Reason(
                    formula: Phrase(
                        zh: "截止日当天结束时在职的人数；当天是最后工作日的仍计入。",
                        en: "Employed at the end of the day; who works the last day on it still counts."),
                    inputs: HeadcountWords.movement.map { .init($0.name, number($0.value(whole))) }, n: whole.closing,
                    asOf: asOf)),
            entry(
                "joiners", HeadcountWords.joiners, number(whole.joiners),
                Reason(
                    formula: Phrase(
                        zh: "入职日期在期间内的人次，再次入职也计入。", en: "Hire days in the period, returning people included."),
                    n: whole.joiners, asOf: period)),
            entry(
                "leavers", HeadcountWords.leavers, number(whole.leavers),
                Reason(
                    formula: Phrase(zh: "最后工作日在期间内的人次。", en: "Last days worked in the period."), n: whole.leavers,
                    asOf: period)),
            turnover,
        ]
        if board.unit != nil { entries.append(transfers) }
        return entries + [span, vacancies, headless]
    }

    private var turnover: SummaryFigures.Entry {
        let whole = board.whole
        let average = Double(whole.opening + whole.closing) / 2
        let rate = average > 0 ? Double(whole.leavers) / average : .nan
        return entry(
            "turnover", Phrase(zh: "离职率", en: "Turnover"), NumberFormat.percent(1).phrase(rate),
            Reason(
                formula: Phrase(
                    zh: "离职人次 ÷（期初人数 + 期末人数）÷ 2，整个期间合计，未折算成年。",
                    en: "Leavers ÷ the mean of opening and closing headcount, over the whole period, not per year."),
                inputs: [
                    .init(HeadcountWords.leavers, number(whole.leavers)),
                    .init(HeadcountWords.opening, number(whole.opening)),
                    .init(HeadcountWords.closing, number(whole.closing)),
                ], n: whole.leavers, asOf: period))
    }

    private var transfers: SummaryFigures.Entry {
        let whole = board.whole
        let net = whole.transfersIn - whole.transfersOut
        return entry(
            "transfers", Phrase(zh: "净调入", en: "Net transfers"), NumberFormat.signed(0).phrase(Double(net)),
            Reason(
                formula: Phrase(
                    zh: "从其他部门调入的人次减去调往其他部门的人次；部门内部的调动不计。",
                    en: "From other units minus to other units; moves inside do not count."),
                inputs: [
                    .init(HeadcountWords.transfersIn, number(whole.transfersIn)),
                    .init(HeadcountWords.transfersOut, number(whole.transfersOut)),
                ], asOf: period))
    }

    private var span: SummaryFigures.Entry {
        let span = board.span
        let mean = NumberFormat.decimal(1).phrase(span.mean ?? .nan)
        return entry(
            "span", Phrase(zh: "管理幅度", en: "Span of control"),
            Phrase(zh: "\(mean.zh) 人", en: mean.en),
            Reason(
                formula: Phrase(
                    zh: "每位有下属的经理平均直接管理的人数；层级从最高一级算起。",
                    en: "Direct reports per manager who has any; layers are counted from the top."),
                inputs: [
                    .init(Phrase(zh: "经理人数", en: "Managers"), number(span.managers)),
                    .init(Phrase(zh: "中位数", en: "Median"), NumberFormat.decimal(1).phrase(span.median ?? .nan)),
                    .init(Phrase(zh: "汇报层级", en: "Layers"), number(span.layers)),
                ], n: span.managers, asOf: asOf),
            note: Phrase(zh: "\(span.layers) 级汇报", en: "\(span.layers) layers"))
    }

    private var vacancies: SummaryFigures.Entry {
        let planned = board.units.filter { $0.places != nil }
        let open = planned.compactMap(\.vacancies).reduce(0, +)
        guard !planned.isEmpty else {
            return SummaryFigures.Entry(
                HeadcountWords.vacancies, note: Phrase(zh: "尚未设置编制", en: "No places planned")
            ) { "—" }
        }
        return entry(
            "vacancies", HeadcountWords.vacancies, number(open),
            Reason(
                formula: Phrase(
                    zh: "各部门编制减去期末人数，只计不足的部分；没有设置编制的部门不计。",
                    en:
                        "Places minus closing headcount of each unit, where places are open; units without a plan are left out."
                ),
                inputs: [
                    .init(HeadcountWords.places, number(planned.compactMap(\.places).reduce(0, +))),
                    .init(
                        Phrase(zh: "有编制的部门", en: "Units with a plan"),
                        Phrase(
                            zh: "\(planned.count)／\(board.units.count)", en: "\(planned.count) of \(board.units.count)")
                    ),
                ], asOf: asOf))
    }

    private var headless: SummaryFigures.Entry {
        SummaryFigures.Entry(Phrase(zh: "没有负责人的部门", en: "Units without a head")) {
            a(.href(URLText("/units?show=headless&as_of=\(through.iso)"))) { number(board.unitsWithoutHead) }
        }
    }

    private func entry(
        _ id: String, _ name: Phrase, _ value: Phrase, _ reason: Reason, note: Phrase? = nil
    ) -> SummaryFigures.Entry {
        SummaryFigures.Entry(name, note: note) { Figure(id: "figure-" + id, value: value, reason: reason) }
    }

    private func number(_ value: Int) -> Phrase { NumberFormat.count.phrase(Double(value)) }

    private var asOf: Phrase { Phrase(verbatim: through.iso) }

    private var period: Phrase {
        let first = board.months.first?.month.firstDay ?? through
        return Phrase(zh: "\(first.iso) 至 \(through.iso)", en: "\(first.iso) to \(through.iso)")
    }
}
