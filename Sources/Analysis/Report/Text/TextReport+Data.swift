import Kernel
import Markup

/// The conclusion, and what became of the sheet before anything was learned.
extension TextReport {
    func conclusion(_ sheet: inout TextSheet) {
        sheet.heading(say(ReportWords.conclusion))
        for (index, sentence) in document.conclusion.enumerated() {
            if index == 0 { sheet.headline(say(sentence)) } else { sheet.point(say(sentence)) }
        }
    }

    func hygiene(_ sheet: inout TextSheet) {
        sheet.heading(say(ReportWords.dropped))
        if document.hygiene.isEmpty, document.source.unreadable.isEmpty {
            sheet.paragraph(say("没有列被去掉，也没有读不出的单元格。", "No column was left out and every cell could be read."))
        }
        for note in document.hygiene {
            sheet.point(
                say(
                    "\(note.subject.zh)\(say(ReportWords.hygiene(note.action)))：\(note.reason.zh)",
                    "\(note.subject.en) \(say(ReportWords.hygiene(note.action))): \(note.reason.en)"))
        }
        for note in document.source.unreadable {
            let examples = note.examples.map { say("第 \($0.line) 行「\($0.text)」", "line \($0.line) “\($0.text)”") }
            sheet.point(
                say(
                    "\(quoted(note.column))有 \(count(note.count)) 个单元格读不出，按缺失处理：\(examples.joined(separator: "、"))",
                    "\(quoted(note.column)): \(count(note.count)) unreadable "
                        + "\(note.count == 1 ? "cell counts" : "cells count") as missing: "
                        + examples.joined(separator: ", ")))
        }
    }

    func size(_ sheet: inout TextSheet) {
        sheet.heading(say(ReportWords.size))
        let size = document.size
        let outcome = document.outcome
        sheet.paragraph(say(ReportWords.size(size, words)))
        var named = say(
            "结果列\(quoted(outcome.column))，取值「\(outcome.positive)」算作出现。",
            "Outcome column \(quoted(outcome.column)); “\(outcome.positive)” counts as the event.")
        if outcome.proposed {
            named += say("由系统提出", " Proposed by Tenure")
            named += outcome.reason.map { say("：\($0.zh)", ": \($0.en)") } ?? say("。", ".")
        }
        sheet.paragraph(named)
        sheet.paragraph(
            say("用 \(document.facts.count) 列资料学习。", "Learned from \(document.facts.count) columns of facts."))
        for skipped in size.skipped { sheet.point(say(ReportWords.skipped(skipped))) }
        if size.duplicates > 0 { sheet.point(say(ReportWords.duplicates(size.duplicates))) }
    }

    func quoted(_ name: String) -> String { say("「\(name)」", "“\(name)”") }
}
