import Kernel

enum AuditRoutes {
    static let filters = [
        FormField("actor", .text(), Phrase(zh: "操作人", en: "By")),
        FormField("action", .text(), Phrase(zh: "操作", en: "Action")),
        FormField("kind", .text(), Phrase(zh: "记录类型", en: "Record kind")),
        FormField("record", .record, Phrase(zh: "记录编号", en: "Record number")),
        FormField("about", .record, Phrase(zh: "涉及人员", en: "Person concerned")),
        FormField("from", .day, Phrase(zh: "从", en: "From")),
        FormField("through", .day, Phrase(zh: "到", en: "Through")),
        FormField("before", .record, Phrase(zh: "在此序号之前", en: "Before this number")),
    ]

    static let all: [Route] = [
        .page(
            "/audit", .needs(.readAudit), Phrase(zh: "审计日志", en: "Audit log"),
            query: filters
        ) { call in
            try AuditStore.check(try call.viewer)
            let (filter, house) = (AuditStore.Filter(call.query), call.house)
            return try await call.read { tx in
                let rows = try AuditStore.rows(filter, house, tx)
                let shown = Array(rows.prefix(AuditStore.pageLength))
                return AuditPage(
                    rows: shown, next: rows.count > shown.count ? shown.last?.number : nil,
                    actions: try AuditStore.words("action", tx), kinds: try AuditStore.words("record", tx))
            }
        },
        .page(
            "/audit/verification", .needs(.readAudit), Phrase(zh: "校验审计日志", en: "Verify the audit log"),
            query: [FormField("mark", .text(), Phrase(zh: "以前抄录的校验码", en: "A mark noted down earlier"))]
        ) { call in
            try AuditStore.check(try call.viewer)
            let text = call.query["mark"]
            let mark = text.flatMap { AuditMark($0) }
            if text != nil, mark == nil {
                throw FormProblem(
                    field: "mark",
                    problem: Phrase(
                        zh: "校验码的格式是“序号:64 位十六进制数字”，请检查后重新填写。",
                        en: "A mark is a number, a colon and 64 hexadecimal digits; please check it."))
            }
            let verification = try await call.read { tx in try Audit.verify(tx, since: mark) }
            return AuditVerificationPage(verification: verification, mark: text ?? "")
        },
        .page("/audit/{id}", .needs(.readAudit), Phrase(zh: "一条审计记录", en: "One audit entry")) { call in
            let viewer = try call.viewer
            try AuditStore.check(viewer)
            let (id, house) = (try call.id(of: AuditLink.self), call.house)
            return try await call.read { tx in try AuditStore.entry(id.rawValue, as: viewer, house, tx) }
        },
    ]
}
