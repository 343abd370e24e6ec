import Kernel
import SQL

extension ListExport {
    static let accounts = ListExport(
        "accounts", of: "/accounts", Phrase(zh: "导出账号", en: "Export the accounts"), reading: .manageAccounts,
        query: AccountRoutes.filters
    ) { asked in
        guard AccountRules.managesAccounts(asked.viewer) else { throw Missing() }
        let (filter, house) = (AccountFilter(asked.query), asked.house)
        return Export(AccountWords.accounts, columns: accountColumns) { cursor, tx in
            var page = filter
            if let cursor { page.after = try tx.value("select login from accounts where id = \(cursor)") }
            let batch = Export<AccountRow>.batch
            let rows = try AccountList.rows(page, limit: batch, house, tx)
            return (rows, rows.count < batch ? nil : rows.last?.id.rawValue)
        }
    }

    private static let accountColumns: [ExportColumn<AccountRow>] = [
        .text(AccountWords.name) { $0.name },
        .text(AccountWords.login) { $0.login },
        .words(AccountWords.roles) { .list($0.roles) },
        .words(AccountWords.secondFactor) { AccountWords.secondFactor(isOn: $0.hasSecondFactor) },
        .text(AccountWords.lastSignIn) { $0.lastSignIn },
        .words(AccountWords.state) { $0.state.name },
    ]
}
