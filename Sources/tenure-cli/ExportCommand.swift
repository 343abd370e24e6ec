import ArgumentParser
import Foundation
import Kernel
import SQL
import Shell
import Tenure

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a list, or everything, into a file. 导出列表或全部数据。",
        discussion: """
            LIST is a list of the application (people, …), with every column, as .csv or .xlsx by the ending of the file. \
            --all writes every table, as of one moment, with a checksum: the way from SQLite to PostgreSQL and back \
            (tenure restore). Both hold personal data, are readable by their owner only, and are noted in the audit log.
            """)

    @Argument(help: "The list: people, …. 列表。") var list: String?
    @Flag(help: "Everything. 全部数据。") var all = false
    @Option(name: .shortAndLong, help: "File to write. 输出文件。") var output: String
    @Flag(help: "Begin a .csv with a byte-order mark, for Excel. CSV 带 BOM。") var bom = false
    @OptionGroup var house: HouseOptions

    func validate() throws {
        if all == (list != nil) { throw ValidationError("Name a list, or say --all. 请指定列表或加 --all。") }
    }

    func run() async throws {
        try await house.answering {
            let form = try form()
            guard !FileManager.default.fileExists(atPath: output) else { throw CommandRefusal.alreadyThere(output) }
            let (list, output) = (list, output)
            let words = try await house.withHouse { house in
                if let list { return try await write(list, as: form, house) }
                try await writeAll(house)
                return Phrase(zh: "已导出全部数据到 \(output)。", en: "Everything is in \(output).")
            }
            print(words[house.language])
        }
    }

    private func writeAll(_ house: House) async throws {
        try await house.database.write { tx in
            try Audit.record([AuditEntry(.everythingExported)], by: .program, house, in: tx)
        }
        do {
            try await house.database.export(to: output)
        } catch let fault as SQLFault where fault == .readOnly || fault == .full {
            throw CommandRefusal.cannotWrite(output)
        }
    }

    /// What the ending of the file asks for; everything has a form of its own.
    private func form() throws -> ExportForm {
        switch URL(filePath: output).pathExtension.lowercased() {
        case "csv": return bom ? .csvWithBOM : .csv
        case "xlsx": return .xlsx
        case _ where all: return .csv
        default: throw CommandRefusal.unknownEnding(output, known: [".csv", ".xlsx"])
        }
    }

    private func write(_ code: String, as form: ExportForm, _ house: House) async throws -> Phrase {
        let lists = house.rooms.flatMap(\.exports)
        guard let list = lists.first(where: { $0.code == code }) else {
            throw CommandRefusal.noSuchList(code, known: lists.map(\.code))
        }
        // Made first, so that nobody else can read it while it is written.
        guard FileManager.default.createFile(atPath: output, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw CommandRefusal.cannotWrite(output) }
        // Every column: some are only for those who may change what they show.
        let viewer = Viewer.program(house.capabilities)
        do {
            let count = try await list.write(
                ExportQuestion(viewer: viewer, query: FormFields(), house: house), as: form, to: output,
                in: self.house.language, by: .program)
            return Phrase(zh: "已导出 \(count) 行到 \(output)。", en: "Rows written to \(output): \(count).")
        } catch {
            try? FileManager.default.removeItem(atPath: output)
            throw error
        }
    }
}

extension AuditAction {
    /// Personal data that leaves the house is noted before the first byte does.
    static let everythingExported = AuditAction("data.export-all", Phrase(zh: "导出全部数据", en: "Exported everything"))
}
