import Kernel
import SQL

/// Why a fact is missing, as its page says it.
enum SnapshotWords {
    /// Whether the failure lies with the one question. What stops the database stops the snapshot: it is taken later.
    static func isOfTheFact(_ error: any Error) -> Bool {
        guard !(error is CancellationError) else { return false }
        guard let fault = error as? SQLFault else { return true }
        return switch fault {
        case .unreadable, .statement, .check, .unique, .foreignKey, .notNull, .textWithNUL: true
        case .conflict, .busy, .full, .readOnly, .damaged, .unavailable: false
        }
    }

    static func failed(_ error: any Error) -> Phrase {
        if let refusal = error as? any Refusal { return refusal.explanation }
        let cause =
            switch error as? SQLFault {
            case .unreadable(let column, let wanted)?:
                Phrase(zh: "第 \(column + 1) 列不是 \(wanted)", en: "column \(column + 1) is no \(wanted)")
            case .statement(let words)?: Phrase(verbatim: words)
            default: Phrase(verbatim: String(describing: type(of: error)))
            }
        return Phrase(zh: "当天未能取得此项数据：\(cause.zh)。", en: "This fact could not be had that day: \(cause.en).")
    }
}
