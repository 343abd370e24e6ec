import Kernel
import SQL

extension Audit {
    /// Walks the chain from its first kept entry to its head, without keeping it in memory.
    /// - Parameter mark: the head as it was noted down earlier, outside the database; a log rewritten as a whole since
    ///   then is found by it.
    package static func verify(_ tx: Transaction, since mark: AuditMark? = nil) throws -> AuditVerification {
        let head = try tx.first("select count, hash, removed, removed_hash from audit_head where id = 1") { row in
            (
                count: try row.value(Int64.self), hash: try row.value([UInt8]?.self),
                removed: try row.value(Int64.self), removedHash: try row.value([UInt8]?.self)
            )
        }
        guard let head else { return AuditVerification(entries: 0, head: nil, fault: .headIsMissing) }
        var number = head.removed
        var hash = head.removedHash ?? AuditLink.genesis
        var fault: AuditFault?
        var lastRemoval = AuditMark(number: 0, hash: AuditLink.genesis)
        var markIsFound = mark == nil || mark.map { $0.number <= head.removed } == true
        try tx.each("select \(AuditLink.selection), hash from audit_entries order by number") { row in
            guard fault == nil else { return }
            let link = try AuditLink(&row)
            let stored = try row.value([UInt8].self)
            guard link.number == number + 1 else {
                fault = link.number <= number ? .foreign(link.number) : .missing(number + 1)
                return
            }
            // Whatever stands behind the last entry the log wrote is not its own, even with a fitting hash.
            guard link.number <= head.count else {
                fault = .foreign(link.number)
                return
            }
            number += 1
            hash = link.hash(after: hash)
            guard hash == stored else {
                fault = .altered(number)
                return
            }
            if link.action == AuditRetention.action.code, let mark = AuditRetention.mark(in: link.reason) {
                lastRemoval = mark
            }
            if let mark, mark.number == number {
                guard mark.hash == hash else {
                    fault = .altered(number)
                    return
                }
                markIsFound = true
            }
        }
        if fault == nil {
            if number < head.count {
                fault = .missing(number + 1)
            } else if hash != head.hash ?? AuditLink.genesis {
                fault = .altered(number)
            } else if !markIsFound, let mark {
                fault = .missing(mark.number)
            } else if head.removed > 0,
                lastRemoval != AuditMark(number: head.removed, hash: head.removedHash ?? AuditLink.genesis)
            {
                // Entries were taken from the start without a note of it in the chain.
                fault = .missing(lastRemoval.number + 1)
            }
        }
        return AuditVerification(
            entries: number - head.removed, head: AuditMark(number: number, hash: hash), fault: fault)
    }
}

/// What a walk along the chain found.
package struct AuditVerification: Sendable, Codable, Hashable {
    /// How many entries were found in order.
    package let entries: Int64
    /// Where the good part of the chain ends; nil when there is no chain. Worth noting down somewhere else.
    package let head: AuditMark?
    /// The first broken link.
    package let fault: AuditFault?

    package var isGood: Bool { fault == nil }
}

/// A place of the chain, to be held against it later.
package struct AuditMark: Sendable, Codable, Hashable, CustomStringConvertible {
    package let number: Int64
    package let hash: [UInt8]

    package init(number: Int64, hash: [UInt8]) {
        self.number = number
        self.hash = hash
    }

    /// `1024:9f86d0…`, as people note it down.
    package var description: String {
        let digits = Array("0123456789abcdef")
        return "\(number):" + String(hash.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int64(parts[0]), number >= 0, parts[1].utf8.count == 64 else { return nil }
        let nibbles = parts[1].compactMap(\.hexDigitValue)
        guard nibbles.count == 64 else { return nil }
        self.init(
            number: number, hash: stride(from: 0, to: 64, by: 2).map { UInt8(nibbles[$0] << 4 | nibbles[$0 + 1]) })
    }
}

/// Where the chain breaks first.
package enum AuditFault: Sendable, Codable, Hashable {
    /// The entry, or what its hash is made of, is not what was written.
    case altered(Int64)
    /// The entry was there and is not any more.
    case missing(Int64)
    /// The entry was not written by the log.
    case foreign(Int64)
    /// The row that says how long the chain is is gone.
    case headIsMissing

    package var words: Phrase {
        switch self {
        case .altered(let number):
            Phrase(
                zh: "第 \(number) 条记录与校验码不符：内容被改动过，或顺序被调换。",
                en: "Entry \(number) does not match its hash: it was altered or moved.")
        case .missing(let number):
            Phrase(zh: "第 \(number) 条记录缺失。", en: "Entry \(number) is missing.")
        case .foreign(let number):
            Phrase(zh: "第 \(number) 条记录不是由系统写入的。", en: "Entry \(number) was not written by the log.")
        case .headIsMissing:
            Phrase(zh: "审计日志的链首信息缺失。", en: "The row that keeps the head of the log is missing.")
        }
    }
}

/// As JSON its kind, and the number of the entry where there is one.
extension AuditFault {
    private enum Key: String, CodingKey {
        case kind, entry
    }

    private enum Kind: String, Codable, CaseIterable {
        case altered, missing, foreign, headIsMissing
    }

    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        let kind = try members.decode(Kind.self, forKey: .kind)
        let entry = try members.decodeIfPresent(Int64.self, forKey: .entry) ?? 0
        switch kind {
        case .altered: self = .altered(entry)
        case .missing: self = .missing(entry)
        case .foreign: self = .foreign(entry)
        case .headIsMissing: self = .headIsMissing
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        let (kind, entry): (Kind, Int64?) =
            switch self {
            case .altered(let entry): (.altered, entry)
            case .missing(let entry): (.missing, entry)
            case .foreign(let entry): (.foreign, entry)
            case .headIsMissing: (.headIsMissing, nil)
            }
        try members.encode(kind, forKey: .kind)
        try members.encodeIfPresent(entry, forKey: .entry)
    }
}
