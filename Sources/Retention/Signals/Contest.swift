import Kernel
import SQL
import Shell

/// Somebody's objection to what is recorded about them.
package struct Contest: Codable, Sendable {
    package enum Matter: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
        case fact, signal

        var name: Phrase {
            switch self {
            case .fact: Phrase(zh: "数据项", en: "Fact")
            case .signal: Phrase(zh: "信号", en: "Signal")
            }
        }
    }

    package enum Decision: String, Sendable, Codable, CaseIterable, SQLBindable, SQLReadable {
        /// What is recorded is right.
        case upheld
        /// The fact is wrong: it is not used until corrected.
        case wrong
        /// The fact may be right, but it does not justify the signal.
        case withdrawn

        var name: Phrase {
            switch self {
            case .upheld: Phrase(zh: "记录无误，予以保留", en: "The record is right and stays")
            case .wrong: Phrase(zh: "记录有误，更正前停止使用", en: "The record is wrong and not used until corrected")
            case .withdrawn: Phrase(zh: "撤销该信号", en: "The signal is withdrawn")
            }
        }

        static func choices(for matter: Matter) -> [Decision] {
            matter == .fact ? [.upheld, .wrong] : allCases
        }
    }

    let id: ID<Contest>
    let subject: ID<Subject>
    let matter: Matter
    /// Of the fact, or of the signal.
    let code: String
    let name: Phrase
    /// As it stood when it was contested.
    let value: Phrase?
    let words: String
    let raised: String
    let due: Day
    let decision: Decision?
    let answer: String?
    let answered: String?
    let answeredBy: String?
    /// The fact is out of use until somebody says it was corrected.
    let isExcluded: Bool
    let person: String
    let number: String
    let unit: String?

    func isOverdue(on today: Day) -> Bool { decision == nil && due < today }
}

extension Contest {
    static let selection: Query =
        """
        select c.id, c.subject_id, c.matter, c.code, c.name_zh, c.name_en, c.value_zh, c.value_en, c.words, c.raised_at,
            c.due_on, c.decision, c.answer, c.answered_at, a.name,
            case when exists (select 1 from excluded_facts e where e.contest_id = c.id and e.ends_before is null)
                then 1 else 0 end,
            s.name, s.number, s.unit_names
        from contests c join staff s on s.person_id = c.subject_id left join accounts a on a.id = c.answered_by
        """

    /// Reads ``selection``.
    init(_ row: inout Row, _ house: House) throws {
        (id, subject, matter, code) = (try row.value(), try row.value(), try row.value(), try row.value())
        name = Phrase(zh: try row.value(), en: try row.value())
        let (zh, en) = (try row.value(String?.self), try row.value(String?.self))
        value = zh.map { Phrase(zh: $0, en: en ?? $0) }
        words = try row.value()
        raised = house.clockText(try row.value())
        (due, decision, answer) = (try row.value(), try row.value(), try row.value())
        answered = try row.value(Instant?.self).map(house.clockText)
        (answeredBy, isExcluded) = (try row.value(), try row.value())
        (person, number, unit) = (try row.value(), try row.value(), try row.value())
    }
}
