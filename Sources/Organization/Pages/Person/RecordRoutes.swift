import Kernel
import SQL
import Shell

/// Reading a record, part by part.
enum RecordRoutes {
    static let all: [Route] = [
        .page("/people/{id}", .needs(.readPeople), Phrase(zh: "人员", en: "A person")) { call in
            let (viewer, id, house) = (try call.viewer, try call.id(of: Person.self), call.house)
            return try await call.read { tx in try PersonPage.load(id, house, as: viewer, tx) }
        },
        .page("/people/{id}/posts", .needs(.readPeople), Phrase(zh: "任职记录", en: "Posts of a person")) { call in
            let (viewer, id) = (try call.viewer, try call.id(of: Person.self))
            return try await call.read { tx in try PostsPage.load(id, as: viewer, tx) }
        },
        .page(
            "/people/{id}/sensitive", .needs(.readPeople), Phrase(zh: "证件和账户（已隐藏）", en: "Papers and account, masked")
        ) { call in try await sensitive(call, FormState()) },
        .disclosure(
            "/people/{id}/sensitive", .needs(.readPeople), Phrase(zh: "查看证件和账户", en: "Show papers and account"),
            form: DisclosureForm.self, again: sensitive, disclose),
    ]

    @Sendable private static func sensitive(_ call: Call, _ state: FormState) async throws -> SensitivePage {
        let (viewer, id, today, keyring) = (
            try call.viewer, try call.id(of: Person.self), call.today, call.house.keyring
        )
        return try await call.read { tx in
            try SensitivePage.load(id, state, isShown: false, keyring, today: today, as: viewer, tx)
        }
    }

    /// What is shown is recorded in the same transaction: without the entry there is no answer.
    @Sendable private static func disclose(_ call: Call, _ form: DisclosureForm) async throws -> SensitivePage {
        let (viewer, id, today, keyring) = (
            try call.viewer, try call.id(of: Person.self), call.today, call.house.keyring
        )
        return try await call.write { tx in
            let page = try SensitivePage.load(
                id, FormState(), isShown: true, keyring, today: today, as: viewer, tx)
            try Audit.record(
                AuditEntry(.showPapers, of: AuditRecord(.person, id), about: id.subject, reason: form.reason), by: call,
                in: tx)
            return page
        }
    }
}
