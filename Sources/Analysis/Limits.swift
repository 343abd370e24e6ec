import Kernel

/// What an analysis cannot tell, said every time it applies.
enum Limits {
    static func classification(_ document: AnalysisDocument) -> [Phrase] {
        var limits = [
            Phrase(
                zh: "事实与离开相伴，并不等于导致离开；改变一项事实未必改变结果。要知道措施是否有效，请做有对照的比较。",
                en:
                    "Facts go along with leaving; that does not make them causes. To know whether a measure helps, compare with a control group."
            ),
            Phrase(
                zh: "概率只在与这张表相似的人群和时期内有效；环境变化后请重新检验。",
                en:
                    "Probabilities hold for people and times like those in this sheet; test again when conditions change."
            ),
            Phrase(
                zh: "分数用于决定先关心谁，不能作为解聘、转正或薪酬决定的依据；这类决定须由人根据事实作出。",
                en:
                    "Scores say whom to look after first. They are no ground for decisions on dismissal, probation or pay; people make those from facts."
            ),
        ]
        if [.stratified, .given].contains(document.validation.scheme) {
            limits.append(
                Phrase(
                    zh: "各行随机分折检验。若数据跨越较长时间，请用 --time-order 按时间先后检验，结果通常会差一些。",
                    en:
                        "Rows were tested in random folds. If they span a long time, test with --time-order; results are usually somewhat worse."
                ))
        }
        let flagged = document.hygiene.filter { $0.action == .flagged && !$0.column.isEmpty }.map(\.column)
        if !flagged.isEmpty {
            limits.append(
                Phrase(
                    zh: "请人工核对这些列是否在离开之前就已知道：\(flagged.joined(separator: "、"))。",
                    en:
                        "Have someone check that these columns were known before people left: \(flagged.joined(separator: ", "))."
                ))
        }
        if document.size.events < 100 {
            limits.append(
                Phrase(
                    zh: "离开的记录只有 \(document.size.events) 条，区间因此较宽。",
                    en: "Only \(document.size.events) rows left, so intervals are wide."))
        }
        return limits
    }

    static func survival(_ document: AnalysisDocument) -> [Phrase] {
        [
            Phrase(
                zh: "还没有离开的人只观察到现在为止；假定他们停止被观察与是否将要离开无关。",
                en:
                    "Those still there were observed until now only; it is assumed that the end of observation says nothing about leaving."
            ),
            Phrase(
                zh: "事实按表中的一个时点使用。若某列在离开之后才改变，请用 --drop 去掉。",
                en:
                    "Facts are used as they stand in the sheet. If a column changed after people left, leave it out with --drop."
            ),
        ] + classification(document).prefix(1) + classification(document).dropFirst(2).prefix(1)
    }
}
