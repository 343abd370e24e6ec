import Kernel
import SQL
import Shell

/// Hiring somebody, for the first time or again.
package enum Hiring {
    /// What a hire needs to know.
    package struct Draft: Sendable {
        /// Somebody known who returns; nil for somebody new.
        package var returning: ID<Person>?
        package var number: String
        package var name: String
        package var workMail: String?
        package var workPhone: String?
        package var personal = PersonalDetails()
        package var identity: IdentityPaper?
        package var bankAccount: BankAccount?
        package var kind: EmploymentKind = .full
        package var hireDay: Day
        package var probationEnd: Day?
        package var workCity: String?
        package var post: Post
        package var contract: ContractDraft?

        package init(number: String, name: String, hireDay: Day, post: Post) {
            (self.number, self.name, self.hireDay, self.post) = (number, name, hireDay, post)
        }
    }

    /// Hires. A day in the future is fine: the person is *planned* until then.
    /// - Throws: ``StaffRefusal``, ``LawRefusal`` for a probation or contract the law forbids, ``AssignmentRefusal``,
    ///   ``Missing`` for a unit out of reach.
    @discardableResult
    package static func hire(_ draft: Draft, _ occasion: Occasion, _ tx: Transaction) throws -> ID<Person> {
        try StaffProjection.roll(to: occasion.today, tx)
        try occasion.require(draft.post.unit, .hirePeople, tx)
        // Those whom somebody led before may report to them still.
        try Posts.check(draft.post, on: draft.hireDay, for: draft.returning, tx)
        if let known = draft.returning { try occasion.require(known, .hirePeople, tx) }
        let earlier = try draft.returning.map { try PersonStore.employments(of: $0, tx) } ?? []
        if let open = earlier.first(where: { $0.lastDay.map { $0 >= draft.hireDay } ?? true }) {
            throw StaffRefusal.alreadyEmployed(open.hireDay)
        }
        try checkProbation(draft, earlier)
        let person = try draft.returning ?? add(draft, occasion, tx)
        let employment = Employment(
            id: try tx.newID(), person: person, kind: draft.kind, hireDay: draft.hireDay,
            previous: earlier.last?.id, probationEnd: draft.probationEnd, workCity: draft.workCity)
        try EmploymentStore.save(employment, tx)
        let history = try PostHistory(hiredInto: draft.post, during: DayRange(from: draft.hireDay))
        try EmploymentStore.save(history, of: employment, replacing: [], cause: .hire, tx)
        if let contract = draft.contract { _ = try Contracts.add(contract, to: employment, tx) }
        try occasion.keep(
            AuditEntry(
                .hire, of: AuditRecord(.person, person), about: person.subject,
                changes: [
                    FieldChange("number", FieldName.number, .public, before: nil, after: draft.number),
                    FieldChange("hired_on", FieldName.hireDay, before: nil, after: draft.hireDay.iso),
                ]),
            OrganizationEvents.Hired(person: person.subject, on: draft.hireDay), changed: [person], tx)
        return person
    }

    private static func add(_ draft: Draft, _ occasion: Occasion, _ tx: Transaction) throws -> ID<Person> {
        let id: ID<Person> = try tx.newID()
        var person = Person(id: id, number: draft.number, name: PersonName(draft.name))
        person.workMail = draft.workMail
        person.workPhone = try draft.workPhone.map { try PhoneNumber($0) }
        person.personal = draft.personal
        person.sensitive = SensitiveDetails(identity: draft.identity, bankAccount: draft.bankAccount)
        if let identity = draft.identity {
            if person.personal?.birthday == nil { person.personal?.birthday = identity.birthday }
            if person.personal?.gender == nil { person.personal?.gender = identity.gender }
        }
        try PersonRecord.check(person, occasion, tx)
        try PersonRecord.insert(person, occasion, tx)
        return id
    }

    /// The legal maximum needs the contract; without one only the kind of employment can forbid a probation.
    private static func checkProbation(_ draft: Draft, _ earlier: [Employment]) throws {
        guard let last = draft.probationEnd else { return }
        let proposal = ProbationRules.Proposal(
            kind: draft.contract?.kind ?? .openEnded, employmentKind: draft.kind,
            start: draft.hireDay, contractLast: draft.contract?.last, probationLast: last,
            earlierProbation: earlier.compactMap(\.probationEnd).last)
        if let refusal = LawRefusal(ProbationRules.findings(proposal)) { throw refusal }
    }
}
