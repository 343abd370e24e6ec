/// What the shell's own capabilities start with.
enum DefaultGrants {
    static let ofShell: [DefaultGrant] =
        DefaultGrant.each(BuiltinRole.allCases, .signIn, .oneself)
        + DefaultGrant.each([.administrator, .hr, .executive, .recruiter], .analyse)
        + DefaultGrant.each([.administrator, .hr], .importData)
        + DefaultGrant.each([.administrator, .hr, .payroll, .finance, .auditor], .exportData)
        + DefaultGrant.each([.administrator, .auditor], .readAudit)
        + DefaultGrant.each([.administrator, .hr], .readJobs)
        + DefaultGrant.each([.administrator], .manageAccounts)
        + DefaultGrant.each([.administrator], .manageSettings)
}
