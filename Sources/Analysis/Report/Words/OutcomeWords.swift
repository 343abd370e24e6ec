import Kernel
import Markup

/// How a report speaks of its outcome and counts its rows: people who left, customers who were lost, or rows of any
/// other kind with the value that was asked for.
///
/// Read from the names of the sheet, because nobody is asked for it; when the names say nothing, neutral words are used.
struct OutcomeWords: Sendable {
    enum Subject: Sendable { case people, customers, rows }

    let subject: Subject
    /// Whether the outcome means that someone leaves; otherwise it is called by its column and value.
    let isLeaving: Bool
    private let column: String
    private let positive: String

    init(of document: AnalysisDocument) {
        column = document.outcome.column
        positive = document.outcome.positive
        let outcome = column.lowercased()
        let all = ([column] + (document.riskList?.identifying ?? []) + document.facts + document.hygiene.map(\.column))
            .map { $0.lowercased() }
        let speaksOf = { (marks: [String]) in
            marks.contains { outcome.contains($0) } || all.contains { name in marks.contains { name.contains($0) } }
        }
        if Self.customerMarks.contains(where: { outcome.contains($0) }) {
            subject = .customers
        } else if Self.staffMarks.contains(where: { outcome.contains($0) }) {
            subject = .people
        } else if speaksOf(Self.staffMarks) {
            subject = .people
        } else {
            subject = speaksOf(Self.customerMarks) ? .customers : .rows
        }
        let named = outcome + " " + positive.lowercased()
        isLeaving = Self.leavingMarks.contains { named.contains($0) }
    }

    private static let customerMarks = ["churn", "customer", "client", "subscri", "客户", "会员", "用户", "流失"]
    private static let staffMarks = [
        "离职", "attrition", "employee", "staff", "turnover", "员工", "工号", "岗位", "部门", "jobrole", "department",
    ]
    private static let leavingMarks = [
        "离职", "离开", "流失", "退订", "attrition", "churn", "turnover", "left", "leave", "exit", "quit", "resign",
        "separat", "terminat", "cancel",
    ]

    /// 800 人, 1,200 个客户, 500 行.
    func count(_ number: Int) -> Phrase {
        let digits = NumberFormat.count.text(Double(number), in: .zh)
        return switch subject {
        case .people: Phrase(zh: "\(digits) 人", en: number == 1 ? "1 person" : "\(digits) people")
        case .customers: Phrase(zh: "\(digits) 个客户", en: number == 1 ? "1 customer" : "\(digits) customers")
        case .rows: Phrase(zh: "\(digits) 行", en: number == 1 ? "1 row" : "\(digits) rows")
        }
    }

    /// A probability as a count that can be pictured: 每 100 人约 23 人, about 23 in 100.
    func ofAHundred(_ probability: Double) -> Phrase {
        guard probability.isFinite else { return Phrase(verbatim: NumberFormat.unknown) }
        let whole = probability > 0 && probability < 0.01 ? 1000 : 100
        let part = Int((min(1, max(0, probability)) * Double(whole)).rounded())
        let (noun, unit) =
            switch subject {
            case .people: ("人", "人")
            case .customers: ("个客户", "个")
            case .rows: ("行", "行")
            }
        if part == 0 { return Phrase(zh: "每 \(whole) \(noun)不到 1 \(unit)", en: "fewer than 1 in \(whole)") }
        if part == whole {
            return Phrase(zh: "每 \(whole) \(noun)约 \(whole - 1) \(unit)以上", en: "more than \(whole - 1) in \(whole)")
        }
        return Phrase(zh: "每 \(whole) \(noun)约 \(part) \(unit)", en: "about \(part) in \(whole)")
    }

    /// The verb of the outcome, for the middle of a sentence.
    var verb: Phrase {
        guard isLeaving else { return Phrase(zh: "「\(column)」为「\(positive)」", en: "“\(column)” is “\(positive)”") }
        return subject == .customers ? Phrase(zh: "流失", en: "leave") : Phrase(zh: "离开", en: "leave")
    }

    /// The share of rows with the outcome, as the title of a figure or column.
    var share: Phrase {
        guard isLeaving else {
            return Phrase(zh: "「\(column)」为「\(positive)」的比例", en: "Share where “\(column)” is “\(positive)”")
        }
        return switch subject {
        case .customers: Phrase(zh: "流失比例", en: "Share that left")
        case .people: Phrase(zh: "离开比例", en: "Share who left")
        case .rows: Phrase(zh: "离开比例", en: "Share that left")
        }
    }

    /// What happened to rows the model had not seen.
    var actualShare: Phrase {
        guard isLeaving else { return Phrase(zh: "实际比例", en: "Actual share") }
        return subject == .customers
            ? Phrase(zh: "实际流失", en: "Actually left") : Phrase(zh: "实际离开", en: "Actually left")
    }

    /// What the model expects, everything else as it is.
    var predictedShare: Phrase {
        guard isLeaving else { return Phrase(zh: "预计比例", en: "Predicted share") }
        return subject == .customers
            ? Phrase(zh: "预计流失比例", en: "Predicted to leave") : Phrase(zh: "预计离开比例", en: "Predicted to leave")
    }

    var chance: Phrase {
        guard isLeaving else { return Phrase(zh: "可能性", en: "Chance") }
        return subject == .customers
            ? Phrase(zh: "可能流失", en: "May leave") : Phrase(zh: "可能离开", en: "May leave")
    }

    /// Those with the outcome, counted.
    func events(_ number: Int) -> Phrase {
        let digits = NumberFormat.count.text(Double(number), in: .zh)
        guard isLeaving else {
            return Phrase(zh: "其中 \(digits) 行出现该结果", en: "\(digits) of them with this outcome")
        }
        return switch subject {
        case .people: Phrase(zh: "其中 \(digits) 人已离开", en: "\(digits) of them left")
        case .customers: Phrase(zh: "其中 \(digits) 个已流失", en: "\(digits) of them left")
        case .rows: Phrase(zh: "其中 \(digits) 行已离开", en: "\(digits) of them left")
        }
    }

    /// What is known of a row of the list.
    func known(_ left: Bool?) -> Phrase {
        switch (left, isLeaving) {
        case (nil, _): Phrase(zh: "未知", en: "not known yet")
        case (true?, true): subject == .customers ? Phrase(zh: "已流失", en: "left") : Phrase(zh: "已离开", en: "left")
        case (false?, true): subject == .customers ? Phrase(zh: "仍在", en: "stayed") : Phrase(zh: "在职", en: "stayed")
        case (true?, false): Phrase(zh: "是", en: "yes")
        case (false?, false): Phrase(zh: "否", en: "no")
        }
    }
}
