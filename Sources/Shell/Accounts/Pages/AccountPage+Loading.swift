import Kernel
import SQL

extension AccountPage {
    /// Entries of the log shown beside an account.
    private static let entries = 15

    static func load(
        _ id: ID<Account>, _ form: FormState, refused: String?, as viewer: Viewer, session: ID<Sessions>?,
        _ house: House, _ tx: Transaction
    ) throws -> AccountPage {
        guard let account = try AccountList.row(id, house, tx) else { throw Missing() }
        let more = try tx.first("select language, is_demonstration from accounts where id = \(id)") { row in
            (language: try row.value(Language.self), isDemonstration: try row.value(Bool.self))
        }
        let roles = try RoleStore.choices(tx)
        let units = try house.subjects.units(UnitChoices.most, tx)
        let held = (try AccountStore.gifts(of: [id], tx)[id] ?? []).map { gift in
            Held(
                code: gift.role, name: roles.first { $0.code == gift.role }?.name ?? Phrase(verbatim: gift.role),
                unit: gift.unit, unitName: gift.unit.map { UnitChoices.name(of: $0, in: units) }, reach: gift.reach,
                until: gift.until, isOver: (gift.until ?? house.today) < house.today)
        }
        return AccountPage(
            account: account, language: more?.language ?? .zh, isDemonstration: more?.isDemonstration ?? false,
            isOwn: id == viewer.account, person: try house.subjects.cards(account.subject.map { [$0] } ?? [], tx).first,
            held: held, sessions: try SessionRow.of(id, current: session, house, tx),
            tokens: try TokenStore.rows(of: id, house, tx),
            scopes: house.capabilities.map { .init(code: $0.code, name: $0.name) },
            log: try log(of: id, as: viewer, house, tx), roles: roles, units: units, form: form, refused: refused)
    }

    private static func log(
        of id: ID<Account>, as viewer: Viewer, _ house: House, _ tx: Transaction
    ) throws -> [AuditPage.Row]? {
        guard (try? AuditStore.check(viewer)) != nil else { return nil }
        var filter = AuditStore.Filter(FormFields())
        filter.kind = AccountTrail.account.code
        filter.record = id.rawValue
        return Array(try AuditStore.rows(filter, house, tx).prefix(entries))
    }
}
