import Shell

/// Which classes of fields each role sees of whom, written down independently of the grants in the code.
enum SeenClasses {
    static let ofColleagues: [BuiltinRole: Set<FieldClass>] = [
        .administrator: [.work],
        .hr: [.work, .personal, .sensitive],
        .finance: [.work, .pay],
        .payroll: [.work, .personal, .sensitive, .pay],
        .executive: [.work],
        .auditor: [.work, .personal],
    ]

    static let ofReports: [BuiltinRole: Set<FieldClass>] = [.manager: [.work, .personal]]

    static let ofOneself: Set<FieldClass> = [.work, .personal, .sensitive, .pay]

    /// Besides, the auditor reads every value in the audit log.
    static let audit: Set<FieldClass> = Set(FieldClass.allCases)

    static func seen(by visitor: Asker, of person: MarkedPerson, at path: String) -> Set<FieldClass> {
        guard let role = visitor.role, visitor.isWhole || !person.isOutside else { return [] }
        if role == .auditor, path.hasPrefix("/audit") { return audit }
        var seen = ofColleagues[role] ?? []
        if visitor.isWhole { return seen }
        if person.number == MarkedPerson.report(role) { seen.formUnion(ofReports[role] ?? []) }
        if person.number == MarkedPerson.own(role) { seen.formUnion(ofOneself) }
        return seen
    }
}
