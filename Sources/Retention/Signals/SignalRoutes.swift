import Kernel
import Markup
import SQL
import Shell

/// The register of signals and what it found.
enum SignalRoutes {
    static let hitQuery = [
        FormField(
            "state", .choice(SignalHits.Filter.State.allCases.map { Choice($0.rawValue, $0.name) }), SignalWords.state),
        FormField("signal", .text(maximum: 100), SignalWords.signal),
        FormField(
            "severity", .choice(Signal.Severity.allCases.map { Choice($0.rawValue, $0.name) }), SignalWords.severity),
        FormField("person", .record, SignalWords.person), FormField("day", .day, SignalWords.since),
        FormField("q", .text(), Phrase(zh: "姓名或工号", en: "Name or number")),
    ]

    static let all: [Route] = [
        .page("/signals", .needs(.readSignals), SignalWords.register) { call in
            let (viewer, house) = (try call.viewer, call.house)
            return try await call.read { tx in try SignalsPage.load(viewer, house, tx) }
        },
        .page("/signals/new", .needs(.editSignals), Phrase(zh: "新建信号", en: "A new signal")) { call in
            try await form(call, nil)
        },
        .action(
            "/signals/new", .needs(.editSignals), Phrase(zh: "新建信号", en: "Make a signal"), form: SignalForm.self,
            again: { call, state in try await form(call, state) }, save),
        .page(
            "/signals/hits", .needs(.readSignals), SignalWords.hits,
            query: hitQuery + [FormField("before", .record, Phrase(zh: "在此编号之前", en: "Before this number"))], hits),
        .page("/signals/hits/{id}", .needs(.readSignals), Phrase(zh: "一次触发", en: "A hit")) { call in
            try await hit(call, FormState())
        },
        .action(
            "/signals/hits/{id}/snooze", .needs(.readSignals), Phrase(zh: "暂缓提醒", en: "Put an alert off"),
            form: SnoozeForm.self, again: hit
        ) { call, form in
            let (viewer, id, house, actor) = (
                try call.viewer, try call.id(of: SignalHits.Line.self), call.house, call.actor
            )
            try await call.write { tx in
                try SignalHits.snooze(
                    id, until: form.until, because: form.reason, as: viewer, by: actor, house, tx)
            }
            return Outcome(
                "/signals/hits/\(id)",
                Phrase(zh: "已暂缓至 \(form.until)。", en: "Put off until \(form.until)."))
        },
        .page("/signals/{signal}", .needs(.readSignals), Phrase(zh: "一个信号", en: "A signal")) { call in
            let (viewer, house, code) = (try call.viewer, call.house, try call.word("signal"))
            return try await call.read { tx in try SignalPage.load(code, viewer, house, tx) }
        },
        .page("/signals/{signal}/edit", .needs(.editSignals), Phrase(zh: "修改信号", en: "Edit a signal")) { call in
            try await form(call, nil)
        },
        .action(
            "/signals/{signal}/edit", .needs(.editSignals), Phrase(zh: "修改信号", en: "Edit a signal"),
            form: SignalForm.self, again: { call, state in try await form(call, state) }, save),
    ]

    private static func form(_ call: Call, _ state: FormState?) async throws -> SignalFormPage {
        let (house, code) = (call.house, call.parameter("signal"))
        try check(try call.viewer)
        return try await call.read { tx in try SignalFormPage.load(code, state, house, tx) }
    }

    /// - Throws: ``Missing`` for those who do not keep the register.
    private static func check(_ viewer: Viewer) throws {
        guard viewer.keepsSignals else { throw Missing() }
    }

    @Sendable private static func save(_ call: Call, _ form: SignalForm) async throws -> Outcome {
        let (house, actor, code) = (call.house, call.actor, call.parameter("signal"))
        try check(try call.viewer)
        let saved = try await call.write { tx in try SignalChanges.save(form, as: code, by: actor, house, tx) }
        return Outcome("/signals/\(saved)", Phrase(zh: "已保存“\(form.name.zh)”。", en: "“\(form.name.en)” was saved."))
    }

    @Sendable private static func hits(_ call: Call) async throws -> SignalHitsPage {
        let (viewer, house, filter) = (try call.viewer, call.house, try SignalHits.Filter(call.query))
        let before = call.query["before"].flatMap { Int64($0) }
        let page = try await call.read { tx in
            let found = try SignalHits.rows(filter, before: before, limit: 51, as: viewer, house, tx)
            let shown = Array(found.prefix(50))
            return SignalHitsPage(
                rows: shown, next: found.count > shown.count ? shown.last?.id : nil,
                signals: try SignalRegister.current([:], tx).map { .init(code: $0.code, name: $0.name) },
                state: filter.state)
        }
        note(page.rows, call)
        return page
    }

    @Sendable private static func hit(_ call: Call, _ state: FormState) async throws -> SignalHitPage {
        let (viewer, house, id) = (try call.viewer, call.house, try call.id(of: SignalHits.Line.self))
        let page = try await call.read { tx in
            let (line, signal) = try SignalHits.hit(id, as: viewer, house, tx)
            let fact = try SignalRegister.facts(house, tx)[signal.fact]
            return SignalHitPage(
                hit: line, rule: signal.rule.words(over: fact), factName: fact?.name, purpose: signal.purpose,
                basis: signal.basis, form: state)
        }
        note([page.hit], call)
        return page
    }

    /// Who looked is told to the people it is about.
    private static func note(_ lines: [SignalHits.Line], _ call: Call) {
        Audit.noteRead(
            .readSignals, of: lines.map { AuditRead(AuditRecord(.signalHit, $0.id), about: $0.person) }, by: call)
    }
}
