/// What the shell's own capabilities start with.
enum DefaultGrants {
    static let ofShell: [DefaultGrant] =
        DefaultGrant.each(BuiltinRole.allCases, .signIn, .oneself)
        + DefaultGrant.each([.administrator, .hr, .executive, .recruiter], .analyse)
        + DefaultGrant.each([.administrator, .hr], .importData)
        + DefaultGrant.each([.administrator, .hr, .payroll, .finance, .auditor], .exportData)
        // The auditor reads what was changed; the administrator that it was, and the values of work only.
        + DefaultGrant.each([.administrator], .readAudit, .company, [.public, .work])
        + DefaultGrant.each([.auditor], .readAudit, .company, Set(FieldClass.allCases))
        + DefaultGrant.each([.administrator, .hr], .readJobs)
        + DefaultGrant.each([.administrator], .manageAccounts)
        + DefaultGrant.each([.administrator], .manageSettings)
}
