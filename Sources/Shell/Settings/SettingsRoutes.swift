import Kernel
import SQL

/// The pages of all groups of settings.
package enum SettingsRoutes {
    static let changed = AuditAction("settings.change", Phrase(zh: "修改系统设置", en: "Change settings"))
    static let record = AuditRecordKind("settings", Phrase(zh: "系统设置", en: "Settings"))

    static let all: [Route] = {
        var routes = [overview]
        routes += of(CompanySettings.self)
        routes += of(SignInSettings.self)
        routes += of(MailSettings.self)
        routes += of(NoticeSettings.self)
        routes += of(OutsideSettings.self)
        routes += of(RetentionSettings.self)
        routes += of(MonitoringSettings.self)
        return routes + MailTrial.routes
    }()

    private static let overview = Route.page(
        "/settings", .needs(.manageSettings), Phrase(zh: "系统设置", en: "Settings")
    ) { call in
        let house = call.house
        let known = try await call.read { tx in try SettingsStore.rows(house, tx) }
        return SettingsPage(groups: house.rooms.flatMap(\.settings).map { SettingsPage.Group($0, known) })
    }

    /// The form of a group.
    package static func of<Group: SettingGroup>(_ group: Group.Type) -> [Route] {
        [
            .page(Group.path, .needs(.manageSettings), Group.name) { call in try await page(group, call, nil) },
            .action(
                Group.path, .needs(.manageSettings), Group.name, form: SettingsForm<Group>.self,
                again: { call, form in try await page(group, call, form) }
            ) { call, form in
                try await call.write { tx in try form.draft.save(group, by: call, tx) }
                return Outcome(Group.path, Phrase(zh: "设置已保存，立即生效。", en: "The settings are saved and in force."))
            },
        ]
    }

    static func page<Group: SettingGroup>(
        _ group: Group.Type, _ call: Call, _ form: FormState?
    ) async throws -> SettingsGroupPage<Group> {
        let house = call.house
        let known = try await call.read { tx in try SettingsStore.rows(house, tx) }
        return SettingsGroupPage(known, form)
    }
}

/// What is set, with who set it.
enum SettingsStore {
    struct Known: Sendable {
        let value: String
        let by: String
        let at: String
    }

    static func rows(_ house: House, _ tx: Transaction) throws -> [String: Known] {
        Dictionary(
            uniqueKeysWithValues: try tx.rows(
                """
                select s.code, s.value, coalesce(a.name, ''), s.changed_at from settings s
                left join accounts a on a.id = s.changed_by
                """
            ) { row in
                (
                    try row.value(String.self),
                    Known(value: try row.value(), by: try row.value(), at: house.clockText(try row.value()))
                )
            })
    }
}
