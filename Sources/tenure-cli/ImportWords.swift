import Kernel
import Shell

/// What an import has to say.
struct ImportWords {
    let report: CheckReport
    let reconciliation: Reconciliation?
    let isDryRun: Bool

    struct Answered: Encodable {
        struct Problem: Encodable {
            let weight: String
            let row: Int
            let column: String?
            let value: String?
            let problem: String
        }

        struct Line: Encodable {
            let title: String
            let file: String?
            let before: String?
            let after: String?
        }

        let rows: Int
        let refusedRows: Int
        let committed: Bool
        let counts: ImportCounts?
        let problems: [Problem]
        let reconciliation: [Line]
    }

    func answer(in language: Language) -> Answered {
        Answered(
            rows: report.rowCount, refusedRows: report.refusedRows, committed: reconciliation != nil,
            counts: reconciliation?.counts ?? report.counts,
            problems: report.problems.map {
                .init(
                    weight: $0.weight.rawValue, row: $0.row, column: $0.column, value: $0.value,
                    problem: $0.problem[language])
            },
            reconciliation: (reconciliation?.lines ?? []).map {
                .init(
                    title: $0.title[language], file: $0.file?.phrase[language], before: $0.before?.phrase[language],
                    after: $0.after?.phrase[language])
            })
    }

    /// Problems on the side, figures as the result.
    func say(in language: Language) {
        for problem in report.problems {
            let value = problem.value.map { Phrase(zh: "（值：\($0)）", en: " (value: \($0))") }
            let weight = problem.weight == .note ? Phrase(zh: "提示：", en: "Note: ") : Phrase(zh: "", en: "")
            Answer.say(weight[language] + problem.sentence[language] + (value?[language] ?? ""))
        }
        for line in lines { print(line[language]) }
    }

    private var lines: [Phrase] {
        let counts = reconciliation?.counts ?? report.counts
        var lines = [
            Phrase(
                zh:
                    "\(report.rowCount) 行，其中 \(report.refusedRows) 行有问题（\(report.problemCount) 处），提示 \(report.noteCount) 处。",
                en:
                    "\(report.rowCount) rows, \(report.refusedRows) of them with problems (\(report.problemCount)); notes: \(report.noteCount)."
            )
        ]
        if let counts {
            lines.append(
                Phrase(
                    zh: "新增 \(counts.created)，更新 \(counts.updated)，不变 \(counts.unchanged)。",
                    en: "New \(counts.created), changed \(counts.updated), as they were \(counts.unchanged)."))
        }
        if let reconciliation {
            lines += reconciliation.lines.map { line in
                let words = [
                    line.file.map { Phrase(zh: "文件 \($0.phrase.zh)", en: "file \($0.phrase.en)") },
                    line.before.map { Phrase(zh: "导入前 \($0.phrase.zh)", en: "before \($0.phrase.en)") },
                    line.after.map { Phrase(zh: "导入后 \($0.phrase.zh)", en: "after \($0.phrase.en)") },
                ].compactMap(\.self)
                return Phrase(
                    zh: "  \(line.title.zh)：\(words.map(\.zh).joined(separator: "，"))",
                    en: "  \(line.title.en): \(words.map(\.en).joined(separator: ", "))")
            }
            lines.append(Phrase(zh: "已导入。", en: "Brought in."))
        } else if isDryRun {
            lines.append(Phrase(zh: "只做了检查，没有写入任何数据。", en: "Checked only; nothing was written."))
        } else {
            lines.append(
                Phrase(
                    zh: "没有写入任何数据。请修改后重试，或用 --good-rows 只导入没有问题的行。",
                    en: "Nothing was written. Mend the file, or take the good rows with --good-rows."))
        }
        return lines
    }
}
