import Kernel
import Markup
import SQL

enum WebhookRoutes {
    static let record = AuditRecordKind(
        "webhook", Phrase(zh: "Webhook 接收方", en: "Webhook receiver"), path: "/webhooks/")
    static let added = AuditAction("webhooks.add", Phrase(zh: "新增 Webhook 接收方", en: "Add webhook receiver"))
    static let changed = AuditAction("webhooks.change", Phrase(zh: "修改 Webhook 接收方", en: "Change webhook receiver"))
    static let removed = AuditAction("webhooks.remove", Phrase(zh: "删除 Webhook 接收方", en: "Remove webhook receiver"))
    static let renewed = AuditAction("webhooks.secret", Phrase(zh: "更换 Webhook 密钥", en: "Replace webhook secret"))
    static let replayed = AuditAction("webhooks.replay", Phrase(zh: "重新发送 Webhook", en: "Send webhooks again"))

    private static let may = Route.Access.needs(.manageSettings)

    static let all: [Route] = [
        .page("/webhooks", may, WebhooksPage.crumb.title) { call in
            let house = call.house
            return try await call.read { tx in
                WebhooksPage(endpoints: try WebhookStore.rows(house, tx), events: WebhookEvent.all(house))
            }
        },
        .page("/webhooks/new", may, WebhooksPage.new) { call in WebhookEditPage(nil, WebhookEvent.all(call.house), nil)
        },
        .disclosure(
            "/webhooks/new", may, WebhooksPage.new, form: WebhookForm.self,
            again: { call, form in WebhookEditPage(nil, WebhookEvent.all(call.house), form) }, add),
        .page(
            "/webhooks/{id}", may, Phrase(zh: "一个接收方", en: "One receiver"),
            query: [
                FormField(
                    "state", .choice(WebhookDelivery.State.allCases.map { .init($0.rawValue, $0.name) }),
                    Phrase(zh: "发送状态", en: "State of deliveries")),
                FormField("before", .record, Phrase(zh: "在此编号之前", en: "Before this number")),
            ], page),
        .page("/webhooks/{id}/edit", may, Phrase(zh: "修改接收方", en: "Change a receiver")) { call in
            try await editPage(call, nil)
        },
        .action(
            "/webhooks/{id}/edit", may, Phrase(zh: "修改接收方", en: "Change a receiver"), form: WebhookForm.self,
            again: { call, form in try await editPage(call, form) }, change),
        .page("/webhooks/{id}/secret", may, WebhookQuestionPage.Question.secret.title) { call in
            try await question(.secret, call)
        },
        .disclosure(
            "/webhooks/{id}/secret", may, WebhookQuestionPage.Question.secret.title, form: NoForm.self,
            again: { call, _ in try await question(.secret, call) }, renew),
        .page("/webhooks/{id}/removal", may, WebhookQuestionPage.Question.removal.title) { call in
            try await question(.removal, call)
        },
        .button("/webhooks/{id}/removal", may, WebhookQuestionPage.Question.removal.title, remove),
        .button("/webhooks/{id}/pause", may, Phrase(zh: "暂停接收方", en: "Pause a receiver")) { call in
            try await set(isActive: false, call)
        },
        .button("/webhooks/{id}/resumption", may, Phrase(zh: "恢复接收方", en: "Resume a receiver")) { call in
            try await set(isActive: true, call)
        },
        .button("/webhooks/{id}/trial", may, Phrase(zh: "发送测试消息", en: "Send a test message"), WebhookTrial.send),
        .button("/webhooks/{id}/replay", may, Phrase(zh: "全部重新发送", en: "Send all again")) { call in
            try await replay(nil, call)
        },
        .button("/webhooks/{id}/deliveries/{entry}/replay", may, Phrase(zh: "重新发送", en: "Send again")) { call in
            try await replay(try call.id("entry", of: Journal.self), call)
        },
    ]

    private static func page(_ call: Call) async throws -> WebhookPage {
        let (house, id) = (call.house, try call.id(of: WebhookEndpoint.self))
        let state = call.query["state"].flatMap { WebhookDelivery.State(rawValue: $0) }
        let before = call.query["before"].flatMap { ID<Journal>($0) }
        return try await call.read { tx in
            let endpoint = try WebhookStore.row(id, house, tx)
            let (shown, next) = try WebhookStore.deliveries(of: id, state, before: before, house, tx)
            return WebhookPage(
                endpoint: endpoint, events: WebhookEvent.all(house), state: state, deliveries: shown, next: next,
                attempts: house.setting(.webhookAttempts))
        }
    }

    private static func editPage(_ call: Call, _ form: FormState?) async throws -> WebhookEditPage {
        let (house, id) = (call.house, try call.id(of: WebhookEndpoint.self))
        let endpoint = try await call.read { tx in try WebhookStore.row(id, house, tx) }
        return WebhookEditPage(endpoint, WebhookEvent.all(house), form)
    }

    private static func question(
        _ question: WebhookQuestionPage.Question, _ call: Call
    ) async throws -> WebhookQuestionPage {
        let (house, id) = (call.house, try call.id(of: WebhookEndpoint.self))
        return WebhookQuestionPage(
            endpoint: try await call.read { tx in try WebhookStore.row(id, house, tx) }, question: question)
    }

    private static func add(_ call: Call, _ form: WebhookForm) async throws -> WebhookSecretPage {
        let (house, account) = (call.house, try call.viewer.account)
        let (address, events) = try form.checked(house)
        let (id, secret) = try await call.write { tx in
            let made = try WebhookStore.add(
                name: form.name, address: address, events: events, takesAll: form.takesAll, by: account, house, tx)
            try Audit.record(
                AuditEntry(
                    added, of: AuditRecord(record, made.id),
                    changes: FieldChange.real(changes(from: nil, form.name, address, form.takesAll, events))), by: call,
                in: tx)
            return made
        }
        return WebhookSecretPage(id: id, name: form.name, secret: secret)
    }

    private static func change(_ call: Call, _ form: WebhookForm) async throws -> Outcome {
        let (house, id) = (call.house, try call.id(of: WebhookEndpoint.self))
        let (address, events) = try form.checked(house)
        try await call.write { tx in
            let before = try WebhookStore.row(id, house, tx)
            try WebhookStore.change(
                id, name: form.name, address: address, events: events, takesAll: form.takesAll,
                isActive: before.isActive, house, tx)
            let changes = FieldChange.real(changes(from: before, form.name, address, form.takesAll, events))
            guard !changes.isEmpty else { return }
            try Audit.record(AuditEntry(changed, of: AuditRecord(record, id), changes: changes), by: call, in: tx)
        }
        return Outcome("/webhooks/\(id)", Phrase(zh: "已保存。", en: "Saved."))
    }

    private static func changes(
        from before: WebhookRow?, _ name: String, _ address: String, _ takesAll: Bool, _ events: [String]
    ) -> [FieldChange] {
        [
            FieldChange("name", WebhookForm.name.label, before: before?.name, after: name),
            FieldChange("address", WebhookForm.address.label, before: before?.address, after: address),
            FieldChange(
                "events", Phrase(zh: "接收的事件", en: "Events"),
                before: before.map { $0.takesAll ? "*" : $0.events.sorted().joined(separator: " ") },
                after: takesAll ? "*" : Set(events).sorted().joined(separator: " ")),
        ]
    }

    private static func renew(_ call: Call, _ form: NoForm) async throws -> WebhookSecretPage {
        let (house, id) = (call.house, try call.id(of: WebhookEndpoint.self))
        let (name, secret) = try await call.write { tx in
            let name = try WebhookStore.row(id, house, tx).name
            let secret = try WebhookStore.renewSecret(of: id, house, tx)
            try Audit.record(
                AuditEntry(
                    renewed, of: AuditRecord(record, id),
                    changes: [.secret("secret", Phrase(zh: "签名密钥", en: "Signing secret"))]), by: call, in: tx)
            return (name, secret)
        }
        return WebhookSecretPage(id: id, name: name, secret: secret)
    }

    private static func remove(_ call: Call) async throws -> Outcome {
        let (house, id) = (call.house, try call.id(of: WebhookEndpoint.self))
        try await call.write { tx in
            let before = try WebhookStore.row(id, house, tx)
            try WebhookStore.remove(id, tx)
            try Audit.record(
                AuditEntry(
                    removed, of: AuditRecord(record, id),
                    changes: [
                        FieldChange("name", WebhookForm.name.label, before: before.name, after: nil),
                        FieldChange("address", WebhookForm.address.label, before: before.address, after: nil),
                    ]), by: call, in: tx)
        }
        return Outcome("/webhooks", Phrase(zh: "接收方已删除。", en: "The receiver is removed."))
    }

    private static func set(isActive: Bool, _ call: Call) async throws -> Outcome {
        let (house, id) = (call.house, try call.id(of: WebhookEndpoint.self))
        try await call.write { tx in
            guard try WebhookStore.row(id, house, tx).isActive != isActive else { return }
            try WebhookStore.set(isActive: isActive, id, house, tx)
            let words = { (active: Bool) in
                FieldChange.words(active ? Phrase(zh: "启用", en: "active") : Phrase(zh: "暂停", en: "paused"))
            }
            try Audit.record(
                AuditEntry(
                    changed, of: AuditRecord(record, id),
                    changes: [
                        FieldChange(
                            "is_active", Phrase(zh: "状态", en: "State"), before: words(!isActive), after: words(isActive)
                        )
                    ]), by: call, in: tx)
        }
        return Outcome(
            "/webhooks/\(id)",
            isActive
                ? Phrase(zh: "已恢复发送。", en: "Sending goes on.") : Phrase(zh: "已暂停发送。", en: "Sending is paused."))
    }

    private static func replay(_ entry: ID<Journal>?, _ call: Call) async throws -> Outcome {
        let (house, id) = (call.house, try call.id(of: WebhookEndpoint.self))
        let count = try await call.write { tx in
            _ = try WebhookStore.row(id, house, tx)
            let count = try WebhookStore.replay(id, entry: entry, house, tx)
            guard entry == nil || count > 0 else { throw Missing() }
            if count > 0 {
                try Audit.record(AuditEntry(replayed, of: AuditRecord(record, id)), by: call, in: tx)
            }
            return count
        }
        return Outcome(
            "/webhooks/\(id)", Phrase(zh: "\(count) 条消息已重新排队。", en: "\(count) in the queue again."))
    }
}

/// Nothing is asked beside the decision.
struct NoForm: Form {
    static let fields: [FormField] = []
    init(_ input: inout FormInput) {}
}
