import Kernel
import Markup
import SQL
import Shell

extension Capability {
    package static let readSignals = Capability("signals.read", Phrase(zh: "查看预警信号", en: "See signals"))
    package static let editSignals = Capability(
        "signals.edit", Phrase(zh: "维护预警信号", en: "Maintain the register of signals"), reaches: [.company],
        showsFields: false)
    package static let answerContests = Capability(
        "contests.answer", Phrase(zh: "答复员工异议", en: "Answer contests of what is recorded"))
}

extension Viewer {
    /// The register is everybody's: a role given for one unit does not change it.
    var keepsSignals: Bool {
        grants.contains { $0.capability == .editSignals && $0.reach == .company && $0.unit == nil }
    }
}

/// Signals, alerts, everybody's own record and contests, as pieces of the room.
enum RetentionSignals {
    static let migrations: [Migration] = [.signals, .contests]
    static let capabilities: [Capability] = [.readSignals, .editSignals, .answerContests]
    static let grants: [DefaultGrant] =
        DefaultGrant.each([.hr], .readSignals, .company, [.work, .personal, .risk])
        + DefaultGrant.each([.payroll], .readSignals, .company, [.pay])
        + DefaultGrant.each([.manager], .readSignals, .line, [.work, .personal, .risk])
        + DefaultGrant.each([.hr], .editSignals)
        + DefaultGrant.each([.hr], .answerContests, .company, [.work, .personal, .sensitive, .pay, .risk])
    static let jobs: [JobKind] = [SignalJob.job]
    static let exports: [ListExport] = [.signals, .signalHits, .contests]
    static let settings: [any SettingGroup.Type] = [SignalSettings.self]
    static let menu: [MenuPage] = [
        MenuPage(SignalWords.register, path: "/signals", icon: .bell, needs: .readSignals, group: .analysis),
        MenuPage(
            ContestsPage.crumb.title, path: ContestsPage.crumb.path, icon: .chat, needs: .answerContests,
            group: .people),
        MenuPage(MyRecordPage.words, path: "/my-record", icon: .shield, needs: .signIn, group: .work),
    ]
    static var routes: [Route] {
        SignalRoutes.all + ContestRoutes.all + exports.flatMap(\.routes) + SettingsRoutes.of(SignalSettings.self)
    }
}
