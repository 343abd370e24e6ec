import Kernel

/// How long what is only kept for safety stays.
package enum RetentionSettings: SettingGroup {
    package static let code = "retention"
    package static let number: Int64 = 5
    package static let name = Phrase(zh: "保存期限", en: "Retention")
    package static let note = Phrase(
        zh: "到期的导入文件、任务记录和日志每天夜里清理。人员档案不受影响。",
        en: "Import files, finished jobs and logs are cleared away at night. Records of people are not concerned.")
    package static var lines: [SettingLine] {
        [
            SettingLine(Setting.importDays), SettingLine(Setting.jobDays), SettingLine(Setting.failedJobDays),
            SettingLine(Setting.journalDays), SettingLine(Setting.deliveryDays), SettingLine(Setting.auditMonths),
        ]
    }

    package static func problems(in draft: SettingsDraft) -> [FormProblem] {
        guard draft[.deliveryDays] > draft[.journalDays] else { return [] }
        return [
            FormProblem(
                field: SettingLine.fieldName(Setting.deliveryDays.code),
                problem: Phrase(
                    zh: "Webhook 发送记录不能比业务日志保存得更久（\(draft[.journalDays]) 天）。",
                    en: "Deliveries cannot be kept longer than the journal (\(draft[.journalDays]) days)."))
        ]
    }
}

extension Setting<Int> {
    private static let days = Phrase(zh: "天", en: "days")

    package static let importDays = Setting.number(
        "retention.imports", Phrase(zh: "导入的文件与撤销信息", en: "Imported files and what undoing needs"),
        hint: Phrase(zh: "到期后文件删除，批次不能再撤销。", en: "After that the file is deleted and the batch cannot be undone."),
        1...365, initial: 30, unit: days)
    package static let jobDays = Setting.number(
        "retention.jobs", Phrase(zh: "已完成的后台任务", en: "Finished jobs"), 1...365, initial: 30, unit: days)
    package static let failedJobDays = Setting.number(
        "retention.failed_jobs", Phrase(zh: "失败的后台任务", en: "Failed jobs"), 1...730, initial: 182, unit: days)
    package static let journalDays = Setting.number(
        "retention.journal", Phrase(zh: "业务日志", en: "Journal of events"),
        hint: Phrase(zh: "供 Webhook 重发使用；业务记录本身不受影响。", en: "What webhooks can send again; the records stay."), 7...730,
        initial: 90, unit: days)
    package static let deliveryDays = Setting.number(
        "retention.deliveries", Phrase(zh: "Webhook 发送记录", en: "Webhook deliveries"), 1...730, initial: 30, unit: days)
    /// At least six: 网络安全法 art. 21 (3).
    package static let auditMonths = Setting.number(
        "retention.audit", Phrase(zh: "审计日志", en: "Audit log"),
        hint: Phrase(
            zh: "《网络安全法》第二十一条要求至少保存六个月。清理后日志仍可校验。",
            en: "Article 21 of the Cybersecurity Law asks for six months at least. The rest can still be verified."),
        AuditRetention.shortest...240, initial: AuditRetention.usual, unit: Phrase(zh: "个月", en: "months"))
}
