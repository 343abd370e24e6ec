import Kernel

/// A verb on a noun: what a role may do, if its reach covers the record.
package struct Capability: Sendable {
    /// `people.read`: stored with roles, never renamed.
    package let code: String
    package let name: Phrase
    /// Whom it can cover. What acts on the whole company has one: ``Reach/company``.
    package let reaches: [Reach]
    /// Whether classes of fields mean anything to it.
    package let showsFields: Bool

    package init(_ code: String, _ name: Phrase, reaches: [Reach] = Reach.allCases, showsFields: Bool = true) {
        self.code = code
        self.name = name
        self.reaches = reaches
        self.showsFields = showsFields
    }

    /// Of the company as a whole; a role given for one unit, or for less than its people, does not bring it.
    var isUndivided: Bool { Self.undivided.contains(self) }
}

extension Capability: Hashable {
    package static func == (left: Self, right: Self) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

/// Capabilities of the shell itself; rooms add theirs.
extension Capability {
    package static let signIn = Capability(
        "account.use", Phrase(zh: "使用系统", en: "Use the system"), reaches: [.oneself], showsFields: false)
    package static let analyse = Capability(
        "sheets.analyse", Phrase(zh: "分析表格", en: "Analyse spreadsheets"), reaches: [.company], showsFields: false)
    package static let importData = Capability(
        "data.import", Phrase(zh: "导入数据", en: "Import data"), reaches: [.company], showsFields: false)
    package static let exportData = Capability(
        "data.export", Phrase(zh: "导出数据", en: "Export data"), reaches: [.company], showsFields: false)
    package static let readAudit = Capability(
        "audit.read", Phrase(zh: "查看审计日志", en: "Read the audit log"), reaches: [.company])
    package static let readJobs = Capability(
        "jobs.read", Phrase(zh: "查看后台任务", en: "See background jobs"), reaches: [.company], showsFields: false)
    package static let manageAccounts = Capability(
        "accounts.manage", Phrase(zh: "管理账号与角色", en: "Manage accounts and roles"), reaches: [.company],
        showsFields: false)
    package static let manageSettings = Capability(
        "settings.manage", Phrase(zh: "修改系统设置", en: "Change settings"), reaches: [.company], showsFields: false)

    package static let ofShell: [Capability] = [
        .signIn, .analyse, .importData, .exportData, .readAudit, .readJobs, .manageAccounts, .manageSettings,
    ]

    private static let undivided: Set<Capability> = [
        .importData, .readAudit, .readJobs, .manageAccounts, .manageSettings,
        // Lists that every unit shares, kept by the room of the organization.
        Capability("positions.edit", Phrase(verbatim: "")), Capability("custom_fields.edit", Phrase(verbatim: "")),
        // What the whole company is measured and judged by, kept by the room of retention.
        Capability("facts.edit", Phrase(verbatim: "")), Capability("signals.edit", Phrase(verbatim: "")),
        Capability("risk.manage", Phrase(verbatim: "")), Capability("turnover.edit", Phrase(verbatim: "")),
    ]
}
