import Markup
import SQL

/// The front door of the shell: what it brings to the house itself.
extension Room {
    package static var shell: Room {
        var room = Room(name: "Shell")
        room.migrations = [
            .accounts, .signIn, .settings, .audit, .journal, .jobs, .inbox, .webhooks, .imports, .savedViews,
            .roleReach,
        ]
        room.capabilities = Capability.ofShell
        room.defaultGrants = DefaultGrants.ofShell
        room.entries = AccountEvents.all
        room.jobs = [AuditRetention.job, JournalRetention.job, JobRetention.job, Webhooks.job, NoticeMail.job]
        room.jobs += CareJobs.all
        room.mails = [.digest, .urgent]
        room.settings = [
            CompanySettings.self, SignInSettings.self, MailSettings.self, NoticeSettings.self, OutsideSettings.self,
            RetentionSettings.self, MonitoringSettings.self,
        ]
        room.exports = [.audit, .jobs, .inbox, .imports, .accounts]
        room.routes =
            InterfaceRoutes.all + SignInRoutes.all + OwnAccountRoutes.all + AccountRoutes.all + RoleRoutes.all
            + ImportRoutes(desk: ImportDesk()).all + AuditRoutes.all
            + JobRoutes.all + InboxRoutes.all
            + SavedViewRoutes.all + SearchRoutes.all + WorkbenchRoutes.all + room.exports.flatMap(\.routes)
        room.workbench = [.work]
        room.routes += SettingsRoutes.all + WebhookRoutes.all + TemplateRoutes.all
        room.routes += InboxPreferenceRoutes.all + MetricsRoute.all
        room.menu = [
            MenuPage(WorkbenchPage.heading, path: "/", icon: .home, needs: .signIn, group: .work),
            MenuPage(ImportWords.imports, path: "/imports", icon: .upload, needs: .importData, group: .administration),
            MenuPage(
                AccountWords.accounts, path: "/accounts", icon: .key, needs: .manageAccounts, group: .administration),
            MenuPage(
                SettingsPage.crumb.title, path: "/settings", icon: .settings, needs: .manageSettings,
                group: .administration),
            MenuPage(JobsPage.crumb.title, path: "/jobs", icon: .clock, needs: .readJobs, group: .administration),
            MenuPage(AuditPage.crumb.title, path: "/audit", icon: .shield, needs: .readAudit, group: .administration),
        ]
        return room
    }
}
