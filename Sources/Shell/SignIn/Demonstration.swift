import Kernel
import SQL

/// The role switcher of a demonstration: accounts made for it can be used without a password, while the setting is on.
enum Demonstration {
    static func accounts(_ tx: Transaction) throws -> [SignInPage.DemonstrationAccount] {
        guard try Settings.value(of: .demonstration, tx) else { return [] }
        return try tx.rows(
            """
            select a.id, a.name, min(o.name_zh), min(o.name_en) from accounts a
            join account_roles r on r.account_id = a.id join roles o on o.id = r.role_id
            where a.is_demonstration = 1 and a.is_active = 1 group by a.id, a.name order by a.id
            """
        ) { row in
            SignInPage.DemonstrationAccount(
                id: try row.value(), name: try row.value(),
                role: Phrase(zh: try row.value(), en: try row.value()))
        }
    }

    static func enter(_ call: Call, _ form: DemonstrationForm) async throws -> Outcome {
        let candidate = try await call.read { tx -> SignInStore.Candidate in
            guard let account = form.account, try accounts(tx).contains(where: { $0.id == account }),
                let candidate = try SignInStore.candidate(account, tx)
            else { throw Missing() }
            return candidate
        }
        return try await SignIn.open(candidate, nil, next: nil, call)
    }
}

struct DemonstrationForm: Form {
    static let fields = [
        FormField("account", .record, Phrase(zh: "演示账号", en: "Demonstration account"), isRequired: true)
    ]

    let account: ID<Account>?

    init(_ input: inout FormInput) {
        account = input.id("account")
    }
}
