import Kernel
import SQL
import Shell

/// Tells those who may decide about contracts, each within their reach, which of them have come to a notice: one
/// summary per holder and notice, never twice for the same contract. Rule L-6.
package enum ContractReminders {
    static let job = JobKind(
        "contracts.reminders", Phrase(zh: "提醒即将到期的合同", en: "Warn of contracts that end"), every: .daily(6, 0)
    ) { run, house in
        try await run.write { tx in try remind(house, tx) }
    }

    /// A contract that waits for a decision.
    struct Due: Hashable, Sendable {
        let contract: ID<Contract>
        let person: ID<Person>
        let name: String
        let last: Day
        let notice: ContractNotice
    }

    /// That somebody was told.
    struct Mark: Hashable, Sendable {
        let account: ID<Account>
        let contract: ID<Contract>
        let notice: ContractNotice
    }

    private struct Group: Hashable {
        let account: ID<Account>
        let notice: ContractNotice

        func key(_ today: Day) -> String { "contracts \(notice.rawValue) \(today) \(account)" }
    }

    /// What the job does; done twice on a day it ends as if done once.
    static func remind(_ house: House, _ tx: Transaction) throws {
        let today = house.today
        try StaffProjection.roll(to: today, tx)
        let holders = try AccountStore.holders(of: .editContracts, with: [.readContracts], on: today, tx)
        var known: [Mark: String] = [:]
        try tx.each("select account_id, contract_id, notice, key from contract_reminders") { row in
            let (account, contract) = (try row.value(ID<Account>.self), try row.value(ID<Contract>.self))
            let (notice, key) = (try row.value(String.self), try row.value(String.self))
            guard let notice = ContractNotice(rawValue: notice) else { return }
            known[Mark(account: account, contract: contract, notice: notice)] = key
        }
        var kept: [Mark: String] = [:]
        var told: [Group: [Due]] = [:]
        var fresh: Set<Group> = []
        for (holder, due) in try due(for: holders, today, tx) {
            for contract in due {
                let mark = Mark(account: holder.account, contract: contract.contract, notice: contract.notice)
                let group = Group(account: holder.account, notice: contract.notice)
                let key = known[mark] ?? group.key(today)
                if known[mark] == nil { fresh.insert(group) }
                kept[mark] = key
                // Told earlier today and told now are one summary.
                if key == group.key(today) { told[group, default: []].append(contract) }
            }
        }
        try Inbox.put(
            fresh.sorted { ($0.account.rawValue, $0.notice.rawValue) < ($1.account.rawValue, $1.notice.rawValue) }
                .map { group in
                    (InboxOwner.account(group.account), summary(told[group] ?? [], group.notice, group.key(today)))
                }, in: tx, house)
        try Inbox.settle(Set(known.values).subtracting(kept.values), in: tx, house)
        try keep(kept, instead: known, tx)
    }

    /// The person's contracts are decided about or renewed: whoever waits for nothing else is told no longer.
    static func settle(_ person: ID<Person>, _ house: House, _ tx: Transaction) throws {
        let keys = try tx.rows(
            """
            select distinct r.key from contract_reminders r join contracts c on c.id = r.contract_id
            where c.person_id = \(person)
            """
        ) { row in try row.value(String.self) }
        guard !keys.isEmpty else { return }
        try tx.execute(
            "delete from contract_reminders where contract_id in (select id from contracts where person_id = \(person))"
        )
        let open = try tx.rows("select distinct key from contract_reminders where key in \(keys)") { row in
            try row.value(String.self)
        }
        try Inbox.settle(Set(keys).subtracting(open), in: tx, house)
    }

    private static func keep(_ kept: [Mark: String], instead known: [Mark: String], _ tx: Transaction) throws {
        let hasStale = known.keys.contains { kept[$0] == nil }
        if hasStale { try tx.execute("delete from contract_reminders") }
        try tx.insert(
            into: "contract_reminders", ["account_id", "contract_id", "notice", "key"],
            values: kept.filter { hasStale || known[$0.key] == nil }.flatMap { mark, key in
                [mark.account.sqlValue, mark.contract.sqlValue, mark.notice.rawValue.sqlValue, key.sqlValue]
            })
    }

    private static func summary(_ due: [Due], _ notice: ContractNotice, _ key: String) -> InboxNotice {
        let due = due.sorted { ($0.last, $0.contract.rawValue) < ($1.last, $1.contract.rawValue) }
        let shown = due.prefix(5)
        let more = due.count - shown.count
        let only = due.count == 1 ? due.first : nil
        return InboxNotice(
            .reminder,
            only.map { Phrase(zh: "\($0.name)的合同：\(notice.name.zh)", en: "\(notice.name.en): contract of \($0.name)") }
                ?? Phrase(zh: "\(due.count) 份合同：\(notice.name.zh)", en: "\(notice.name.en): \(due.count) contracts"),
            detail: Phrase(
                zh: shown.map { "\($0.name)（\($0.last)）" }.joined(separator: "、")
                    + (more > 0 ? "等。" : "。") + "请决定续订、变更或终止。",
                en: shown.map { "\($0.name) (\($0.last))" }.joined(separator: ", ")
                    + (more > 0 ? " and \(more) more. " : ". ") + "Decide to renew, change or end."),
            link: only.map { "/contracts/\($0.contract)" } ?? "/contracts", due: due.first?.last,
            urgency: notice == .in90Days || notice == .in60Days ? .normal : .high, key: key)
    }
}

extension ContractReminders {
    /// Neither decided nor followed by another one, on a row of ``staff`` named `s`.
    static let undecided: Query = """
        not exists (select 1 from contract_decisions d where d.contract_id = s.contract_id)
        and \(ContractCalendar.unfollowed)
        """

    /// So many reaches are asked for in one query.
    private static let reachesAtOnce = 40

    /// What falls to each holder. Holders with the same reach are asked for together; nobody decides about themselves.
    static func due(
        for holders: [Viewer], _ today: Day, _ tx: Transaction
    ) throws -> [(holder: Viewer, due: [Due])] {
        var reaches: [Query: [Viewer]] = [:]
        for holder in holders {
            let reach: Query = .all(of: [
                Visibility.condition(holder, .readContracts), Visibility.condition(holder, .editContracts),
            ])
            reaches[reach, default: []].append(holder)
        }
        let all = Array(reaches)
        var found: [(holder: Viewer, due: [Due])] = []
        for start in stride(from: 0, to: all.count, by: reachesAtOnce) {
            let some = all[start..<min(all.count, start + reachesAtOnce)]
            var within = [[Due]](repeating: [], count: some.count)
            var flags: Query = .empty
            for (reach, _) in some { flags += ", \(Visibility.flag(reach))" }
            try tx.each(
                """
                select s.contract_id, s.person_id, s.name, s.contract_last \(flags) from staff s
                where +s.is_employed = 1 and s.contract_last <= \(today + 90) and \(undecided)
                """
            ) { row in
                let (contract, person) = (try row.value(ID<Contract>.self), try row.value(ID<Person>.self))
                let (name, last) = (try row.value(String.self), try row.value(Day.self))
                guard let notice = ContractNotice(last: last, on: today) else { return }
                let due = Due(contract: contract, person: person, name: name, last: last, notice: notice)
                for place in within.indices where try row.value(Bool.self) { within[place].append(due) }
            }
            for (place, (_, viewers)) in some.enumerated() {
                found += viewers.map { viewer in
                    (viewer, within[place].filter { $0.person.subject != viewer.subject })
                }
            }
        }
        return found
    }
}
