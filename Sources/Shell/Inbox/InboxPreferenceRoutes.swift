import Kernel
import SQL

enum InboxPreferenceRoutes {
    private static let path = "/inbox/preferences"

    static let all: [Route] = [
        .page(path, .signedIn, InboxPreferencePage.words) { call in try await page(call, nil) },
        .action(
            path, .signedIn, InboxPreferencePage.words, form: InboxPreferenceForm.self,
            again: { call, form in try await page(call, form) }
        ) { call, form in
            let account = try call.viewer.account
            try await call.write { tx in try form.preference.save(of: account, tx) }
            return Outcome("/inbox", Phrase(zh: "通知设置已保存。", en: "Your notice settings are saved."))
        },
    ]

    private static func page(_ call: Call, _ form: FormState?) async throws -> InboxPreferencePage {
        let account = try call.viewer.account
        let (preference, login) = try await call.read { tx in
            (
                try InboxPreference.of(account, tx),
                try tx.value("select login from accounts where id = \(account)", as: String.self) ?? ""
            )
        }
        return InboxPreferencePage(
            address: preference.address ?? (login.contains("@") ? login : nil),
            canMail: !call.house.setting(.mailHost).isEmpty, form: form ?? preference.formState)
    }
}
