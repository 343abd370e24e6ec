import Kernel
import SQL
import Shell

/// A contract about to be signed.
package struct ContractDraft: Hashable, Sendable {
    package var kind: ContractKind
    package var start: Day
    /// The agreed last day.
    package var last: Day?
    package var signed: Day?
    package var number: String?
    package var employer: ID<OrgUnit>?
    /// The employee asks for a fixed term although an open-ended one is due.
    package var employeeAsksFixed = false

    package init(kind: ContractKind, start: Day, last: Day? = nil, signed: Day? = nil) {
        (self.kind, self.start, self.last, self.signed) = (kind, start, last, signed)
    }
}

/// Signing, renewing and ending labour contracts.
package enum Contracts {
    /// Signs another contract: the first of an employment, or the renewal of the one before.
    /// - Throws: ``LawRefusal`` for what the law forbids, ``StaffRefusal`` for days that do not fit, ``Missing``.
    @discardableResult
    package static func sign(
        _ draft: ContractDraft, for person: ID<Person>, _ occasion: Occasion, _ tx: Transaction
    ) throws -> ID<Contract> {
        try occasion.requireDecision(about: person, .editContracts, tx)
        let employments = try PersonStore.employments(of: person, tx)
        guard let employment = employments.last(where: { $0.covers(draft.start) }) ?? employments.last else {
            throw StaffRefusal.notEmployed(draft.start)
        }
        let contract = try add(draft, to: employment, tx)
        try ContractReminders.settle(person, occasion.house, tx)
        let term = "\(contract.kind.name.zh) \(contract.start) – \(contract.last?.iso ?? "∞")"
        try occasion.keep(
            AuditEntry(
                .signContract, of: AuditRecord(.person, person), about: person.subject,
                changes: [FieldChange("contract", FieldName.contractTerm, .personal, before: nil, after: term)]),
            OrganizationEvents.ContractChanged(person: person.subject, contract: contract.id.rawValue),
            changed: [person], tx)
        return contract.id
    }

    /// The checks and the row; the caller makes it known.
    static func add(_ draft: ContractDraft, to employment: Employment, _ tx: Transaction) throws -> Contract {
        let earlier = try PersonStore.contracts(of: employment.person, tx).filter { $0.employment == employment.id }
        guard draft.start >= employment.hireDay, employment.lastDay.map({ draft.start <= $0 }) ?? true else {
            throw StaffRefusal.contractOutsideEmployment(hired: employment.hireDay)
        }
        if let other = earlier.first(where: { overlaps($0, draft) }) {
            throw StaffRefusal.contractOverlap(other.start, other.effectiveLast)
        }
        let before = earlier.filter { $0.start < draft.start }
        let contract = Contract(
            id: try tx.newID(), person: employment.person, employment: employment.id, employer: draft.employer,
            number: draft.number, kind: draft.kind, start: draft.start, last: draft.last, signed: draft.signed,
            renewals: before.count)
        let findings =
            contract.findings
            + RenewalRules.findings(
                renewingAs: draft.kind, after: history(before, employment, on: draft.start, draft.employeeAsksFixed))
        if let refusal = LawRefusal(findings) { throw refusal }
        try tx.insert(
            into: "contracts", columns, values: contract.values)
        return contract
    }

    static let columns: [StaticString] = [
        "id", "person_id", "employment_id", "employer_id", "number", "kind", "starts_on", "last_day", "signed_on",
        "renewals", "ended_on",
    ]

    /// What counts for the duty to offer an open-ended contract, when the next one starts that day.
    static func history(
        _ contracts: [Contract], _ employment: Employment, on day: Day, _ asksFixed: Bool
    ) -> RenewalRules.History {
        RenewalRules.History(
            fixedTerms: contracts.reversed().prefix { $0.kind == .fixed }.count,
            continuousYears: employment.serviceStart.wholeYears(to: day),
            unsignedYears: contracts.isEmpty && employment.kind.needsWrittenContract
                ? max(0, employment.hireDay.wholeYears(to: day)) : 0,
            employeeAsksFixed: asksFixed)
    }

    private static func overlaps(_ contract: Contract, _ draft: ContractDraft) -> Bool {
        let endsBefore = contract.effectiveLast.map { $0 < draft.start } ?? false
        let startsAfter = draft.last.map { $0 < contract.start } ?? false
        return !endsBefore && !startsAfter
    }

    /// A contract ends otherwise than agreed, or it was agreed to let it end.
    package static func end(
        _ contract: ID<Contract>, on last: Day, reason: String? = nil, _ occasion: Occasion, _ tx: Transaction
    ) throws {
        guard
            let found = try tx.first(
                "select \(Contract.columns) from contracts where id = \(contract)", { row in try Contract(&row) })
        else { throw Missing() }
        try occasion.requireDecision(about: found.person, .editContracts, tx)
        guard last >= found.start else {
            throw StaffRefusal.contractEndsFirst(start: found.start, last: last)
        }
        try tx.execute("update contracts set ended_on = \(last) where id = \(contract)")
        try occasion.keep(
            AuditEntry(
                .endContract, of: AuditRecord(.person, found.person), about: found.person.subject,
                changes: FieldChange.real([
                    FieldChange(
                        "ended_on", FieldName.lastDay, .personal, before: found.effectiveLast?.iso, after: last.iso)
                ]), reason: reason),
            OrganizationEvents.ContractChanged(person: found.person.subject, contract: contract.rawValue),
            changed: [found.person], tx)
    }
}
