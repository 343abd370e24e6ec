import Kernel

/// A verb on a noun: what a role may do, if its reach covers the record.
package struct Capability: Sendable {
    /// `people.read`: stored with roles, never renamed.
    package let code: String
    package let name: Phrase

    package init(_ code: String, _ name: Phrase) {
        self.code = code
        self.name = name
    }
}

extension Capability: Hashable {
    package static func == (left: Self, right: Self) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

/// Capabilities of the shell itself; rooms add theirs.
extension Capability {
    package static let signIn = Capability("account.use", Phrase(zh: "使用系统", en: "Use the system"))
    package static let analyse = Capability("sheets.analyse", Phrase(zh: "分析表格", en: "Analyse spreadsheets"))
    package static let importData = Capability("data.import", Phrase(zh: "导入数据", en: "Import data"))
    package static let exportData = Capability("data.export", Phrase(zh: "导出数据", en: "Export data"))
    package static let readAudit = Capability("audit.read", Phrase(zh: "查看审计日志", en: "Read the audit log"))
    package static let readJobs = Capability("jobs.read", Phrase(zh: "查看后台任务", en: "See background jobs"))
    package static let manageAccounts = Capability(
        "accounts.manage", Phrase(zh: "管理账号与角色", en: "Manage accounts and roles"))
    package static let manageSettings = Capability("settings.manage", Phrase(zh: "修改系统设置", en: "Change settings"))

    package static let ofShell: [Capability] = [
        .signIn, .analyse, .importData, .exportData, .readAudit, .readJobs, .manageAccounts, .manageSettings,
    ]
}
