import Kernel

/// What watches over the server.
package enum MonitoringSettings: SettingGroup {
    package static let code = "monitoring"
    package static let number: Int64 = 7
    package static let name = Phrase(zh: "运行监控", en: "Monitoring")
    package static let note = Phrase(
        zh: "监控指标（/metrics）和备份提醒。指标不含个人信息。",
        en: "Figures for monitoring (/metrics) and reminders to back up. The figures hold no personal data.")
    package static var lines: [SettingLine] {
        [SettingLine(Setting.metricsToken), SettingLine(Setting.backupReminder)]
    }

    package static func problems(in draft: SettingsDraft) -> [FormProblem] {
        guard let token = draft.values[Setting.metricsToken.code], !token.isEmpty, token.count < 20 else { return [] }
        return [
            FormProblem(
                field: SettingLine.fieldName(Setting.metricsToken.code),
                problem: Phrase(zh: "令牌至少 20 个字符。", en: "The token needs 20 characters at least."))
        ]
    }
}

extension Setting<SealedText> {
    package static let metricsToken = Setting.secret(
        "monitoring.metrics_token", Phrase(zh: "监控令牌", en: "Token for /metrics"),
        hint: Phrase(
            zh: "Prometheus 以 Authorization: Bearer 发送。未设置时只有本机可以读取 /metrics。",
            en: "Sent by Prometheus as Authorization: Bearer. Without one only this machine reads /metrics."))
}

extension Setting<Int> {
    package static let backupReminder = Setting.number(
        "monitoring.backup_days", Phrase(zh: "超过多久没有备份就提醒", en: "Remind without a backup for"),
        hint: Phrase(zh: "提醒发给系统管理员；0 表示不提醒。", en: "Goes to administrators; 0 for never."), 0...90, initial: 7,
        unit: Phrase(zh: "天", en: "days"), zero: Phrase(zh: "不提醒", en: "never"))
}
