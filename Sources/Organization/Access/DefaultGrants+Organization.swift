import Shell

/// What the built-in roles start with in this room. Administrators edit it.
///
/// Every role is also an employee: one sees the phone book of the company and everything about oneself. A reporting
/// line shows work and personal fields of those below, never their identity papers and never pay. Pay belongs to payroll
/// and finance; HR keeps files without it. Executives see figures about everybody and the work side of each record.
/// Auditors read what was done and with whom, without the sensitive fields. The administrator runs the system: accounts,
/// units and settings, and of people no more than the work side.
extension DefaultGrant {
    static let ofOrganization: [DefaultGrant] = phoneBook + lines + offices + figures

    private static let everything = Set(FieldClass.allCases)
    private static let file: Set<FieldClass> = [.work, .personal, .sensitive]

    private static let phoneBook: [DefaultGrant] =
        each(everyRole(without: [.hr, .payroll, .finance, .auditor, .executive, .administrator]), .readPeople)
        + each(BuiltinRole.allCases, .readPeople, .oneself, everything.subtracting([.risk]))
        + each(BuiltinRole.allCases, .readContracts, .oneself, [.personal])
        + each(BuiltinRole.allCases, .readUnits, .company, [.work])

    private static let lines: [DefaultGrant] =
        each([.manager], .readPeople, .line, [.work, .personal])
        + each([.manager], .readContracts, .line, [.work])
        + each([.manager], .readHeadcount, .line)
        + each([.mentor], .readPeople, .mentees, [.work])

    private static let offices: [DefaultGrant] =
        each([.hr], .readPeople, .company, file)
        + each([.hr], .editPeople, .company, file)
        + each([.hr], .hirePeople, .company, file)
        + each([.hr], .movePeople, .company, [.work])
        + each([.hr], .editUnits, .company, [.work])
        + each([.hr], .readContracts, .company, [.work, .personal])
        + each([.hr], .editContracts, .company, [.work, .personal])
        + each([.hr], .editSeparations, .company, [.work, .personal])
        + each([.hr], .readQuality, .company, file)
        + each([.payroll], .readPeople, .company, [.work, .personal, .sensitive, .pay])
        + each([.payroll], .editPay, .company, [.pay])
        + each([.payroll], .readContracts, .company, [.work])
        + each([.payroll], .readQuality, .company, [.work])
        + each([.finance], .readPeople, .company, [.work, .pay])
        + each([.executive], .readPeople, .company, [.work])
        + each([.auditor], .readPeople, .company, [.work, .personal])
        + each([.auditor], .readContracts, .company, [.work, .personal])
        + each([.auditor], .readQuality, .company, [.work])
        + each([.administrator], .readPeople, .company, [.work])
        + each([.administrator], .editUnits, .company, [.work])
        + each([.administrator], .readQuality, .company, [.work])
        + each([.hr, .administrator], .editPositions, .company, [.work])
        + each([.payroll], .editPositions, .company, [.work, .pay])
        + each([.hr, .administrator], .editCustomFields, .company)

    private static let figures: [DefaultGrant] =
        each([.hr, .auditor, .administrator], .readHeadcount, .company)
        + each([.executive, .finance, .payroll, .recruiter], .readHeadcount, .aggregates)

    private static func everyRole(without others: Set<BuiltinRole>) -> [BuiltinRole] {
        BuiltinRole.allCases.filter { !others.contains($0) }
    }
}
