import ArgumentParser
import Kernel
import SQL
import Shell
import Tenure

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "The audit log. 审计日志。", subcommands: [AuditVerifyCommand.self])
}

struct AuditVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Walk the chain of the audit log and name its first broken link. 校验审计链。",
        discussion: """
            Prints a mark, number:hash. Keep it somewhere else and give it back with --since: then even a log rewritten as a \
            whole is found out.
            """)

    @OptionGroup var house: HouseOptions
    @Option(help: "A mark printed earlier. 先前打印的记号。") var since: String?
    @Flag(help: "Answer as JSON.") var json = false

    struct Outcome: Encodable {
        let entries: Int64
        let good: Bool
        let mark: String?
        let fault: String?
    }

    func run() async throws {
        try await house.answering {
            let mark = try since.map { text in
                guard let mark = AuditMark(text) else { throw CommandRefusal.noSuchMark(text) }
                return mark
            }
            let found = try await house.withHouse { house in
                try await house.database.read { tx in try Audit.verify(tx, since: mark) }
            }
            let language = house.language
            if json {
                try Answer.json(
                    Outcome(
                        entries: found.entries, good: found.isGood, mark: found.head?.description,
                        fault: found.fault?.words[language]))
            } else if let fault = found.fault {
                print(
                    Phrase(zh: "审计链断开：\(fault.words.zh)", en: "The audit chain is broken: \(fault.words.en)")[language])
                print(
                    Phrase(
                        zh: "此前 \(found.entries) 条记录完好。请保留现场，并与最近的备份核对。",
                        en:
                            "The \(found.entries) entries before it are good. Keep everything as it is and compare with the last backup."
                    )[language])
            } else {
                print(
                    Phrase(
                        zh: "审计链完好，共 \(found.entries) 条记录。", en: "The audit chain is good: \(found.entries) entries.")[
                            language])
                if let head = found.head { print(Phrase(zh: "记号：\(head)", en: "Mark: \(head)")[language]) }
            }
            if !found.isGood { throw Answer.found }
        }
    }
}
