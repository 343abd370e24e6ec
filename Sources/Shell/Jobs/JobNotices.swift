import Kernel
import SQL

/// What is said about a job that failed.
enum JobNotices {
    /// The sentence of a refusal; of a fault only its kind, for its text could hold what someone typed.
    static func words(for error: any Error) -> Phrase {
        if let refusal = error as? any Refusal { return refusal.explanation }
        let kind = (error as? SQLFault).map { "SQLFault.\("\($0)".prefix { $0 != "(" })" } ?? "\(type(of: error))"
        return Phrase(zh: "程序出错（\(kind)），将自动重试。", en: "Something went wrong (\(kind)); it is tried again.")
    }

    /// Tells whoever asked for the job.
    static func failed(_ run: JobRun, _ kind: JobKind, _ words: Phrase, _ house: House, _ tx: Transaction) throws {
        guard let account = run.account, account.rawValue > 0 else { return }
        try Inbox.put(
            InboxNotice(
                .alert, Phrase(zh: "“\(kind.name.zh)”没有完成", en: "“\(kind.name.en)” was not completed"), detail: words,
                link: "/jobs/\(run.id)", urgency: .high, key: "job \(run.id)"),
            for: .account(account), in: tx, house)
    }
}
