import ArgumentParser
import Foundation
import Kernel
import Shell
import Tenure

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Check a spreadsheet and bring it in. 检查并导入表格。",
        discussion: """
            Every problem is named at its row and column, and then nothing is written, unless --good-rows. A second run of \
            the same file changes nothing. Kinds: staff, units, assignments, contracts, separations, pay.
            """)

    @Argument(help: "What the file holds: staff, units, …. 类型。")
    var kind: String

    @Argument(help: "A .csv, .csv.gz or .xlsx file. 文件。")
    var file: String?

    @OptionGroup var house: HouseOptions
    @Flag(help: "Check only; write nothing. 只检查，不写入。") var dryRun = false
    @Flag(help: "Bring in the rows without problems. 只导入没有问题的行。") var goodRows = false
    @Option(help: "FIELD=HEADING,…: what a column is, when the guess is wrong; a heading or a column letter. 列对应关系。")
    var mapping: NameList?
    @Option(help: "Sheet of a workbook. 工作表。") var sheet: String?
    @Option(help: "Row of the header, from 1. 表头所在行。") var headerRow: Int?
    @Option(help: "Write the file again as .xlsx with every problem marked at its cell. 写出标注问题的表格。") var marked: String?
    @Flag(help: "List the fields of this kind. 列出字段。") var fields = false
    @Flag(help: "Answer as JSON.") var json = false

    func validate() throws {
        if file == nil, !fields { throw ValidationError("Name a file, or ask for --fields. 请指定文件。") }
    }

    func run() async throws {
        try await house.answering {
            let found = try found()
            guard let file else { return listFields(of: found) }
            guard FileManager.default.fileExists(atPath: file) else { throw CommandRefusal.noFile(file) }
            // Whatever is wrong with the question is said before a company is made of an empty folder.
            let choices = try choices()
            try choices.check(file, as: found)
            let hasProblems = try await house.withHouse(whenEmpty: dryRun ? .tried : .filled) { house in
                try await bring(file, choices, into: house)
            }
            if hasProblems { throw Answer.found }
        }
    }

    /// - Returns: whether the file has problems.
    private func bring(_ file: String, _ choices: ImportChoices, into house: House) async throws -> Bool {
        let progress = TerminalProgress(language: self.house.language)
        defer { progress.finish() }
        let outcome = try await Importing.run(
            file: file, kind: kind, house: house, viewer: .program([.importData]), dryRun: dryRun,
            takesGoodRows: goodRows, choices: choices,
            progress: { progress.show($0, Phrase(zh: "检查并导入", en: "Checking and bringing in")) })
        progress.finish()
        let report = outcome.report
        if let marked {
            try await Importing.mark(
                report.problems, of: file, kind: kind, choices: choices, house: house, to: marked,
                in: self.house.language)
        }
        let words = ImportWords(report: report, reconciliation: outcome.reconciliation, isDryRun: dryRun)
        if json { try Answer.json(words.answer(in: self.house.language)) } else { words.say(in: self.house.language) }
        return report.problemCount > 0
    }

    private func choices() throws -> ImportChoices {
        var choices = ImportChoices()
        choices.sheet = sheet
        choices.headerRow = headerRow
        for pair in mapping?.names ?? [] {
            guard let sign = pair.firstIndex(of: "=") else {
                throw ValidationError("--mapping takes FIELD=HEADING,…: “\(pair)”")
            }
            choices.columns.append((String(pair[..<sign]), String(pair[pair.index(after: sign)...])))
        }
        return choices
    }

    private func found() throws -> any ImportKind {
        let kinds = Server.rooms.flatMap(\.imports)
        guard let found = kinds.first(where: { $0.code == kind }) else {
            throw ImportRefusal.unknownKind(kind, known: kinds.map(\.code))
        }
        return found
    }

    private func listFields(of kind: any ImportKind) {
        for field in kind.fields { print("\(field.name)\t\(field.label[house.language])") }
    }
}
