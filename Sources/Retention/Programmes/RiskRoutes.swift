import Forecast
import Kernel
import Markup
import Organization
import SQL
import Shell

/// The pages of risk and what is decided there.
struct RiskRoutes: Sendable {
    let shelf = ModelShelf()

    var all: [Route] { [list, person] + managing }

    private var list: Route {
        .page(
            "/risk", .needs(.readRisk), RiskWords.list,
            query: RiskFilter.fields + [
                FormField(
                    "after", .integer(0...100_000_000), Phrase(zh: "上一页最后的位置", en: "Last place of the page before")),
                FormField("first", .integer(1...100_000_000), Phrase(zh: "本页首行的序号", en: "Place of the first row")),
            ]
        ) { call in
            let (viewer, query, house, today) = (try call.viewer, call.query, call.house, call.today)
            guard !viewer.grants(for: .readRisk, showing: .risk).isEmpty else { throw Missing() }
            let after = query["after"].flatMap { Int($0) } ?? 0
            let first = after == 0 ? 1 : max(1, query["first"].flatMap { Int($0) } ?? 1)
            return try await call.read { tx in
                let filter = try RiskFilter(query, viewer, tx)
                let programme = try RiskProgramme.named(filter.programme, tx)
                let run = try programme.run.flatMap { try RiskRuns.line($0, tx) }
                let learning = try LearningRoutes.notice(run, as: viewer, house, tx)
                let isWhole = after == 0 && filter.isWhole
                let summary = isWhole ? try run.flatMap { try RiskList.summary($0, as: viewer, tx) } : nil
                let page = try run.map { try RiskList.page(filter, $0, after: after, today: today, as: viewer, tx) }
                return RiskListPage(
                    programme: programme.code, programmeName: programme.name, horizon: programme.horizon,
                    shares: programme.shares, run: run, summary: summary, learning: learning, rows: page?.rows ?? [],
                    next: page?.next,
                    count: page?.count, first: first,
                    filters: .init(
                        text: query["q"] ?? "", tier: filter.tier, unit: query["unit"] ?? "",
                        hasRisen: filter.hasRisen),
                    views: try SavedViewStore.list(of: viewer, for: "/risk", house, tx))
            }
        }
    }

    private var person: Route {
        .page(
            "/risk/{id}", .needs(.readRisk), Phrase(zh: "一个人的离职风险", en: "The risk of one person"),
            query: [
                FormField(
                    "programme", .choice(Population.allCases.map { Choice($0.rawValue, $0.name) }), RiskWords.programme)
            ]
        ) { [shelf] call in
            let (viewer, today, id) = (try call.viewer, call.today, try call.id(of: Person.self))
            let asked = call.query["programme"]
            if let asked, Population(rawValue: asked) == nil { throw Missing() }
            let page = try await call.read { tx in
                let head = try RiskPerson.head(id, today: today, as: viewer, tx)
                let scores = try RiskPerson.scores(of: id, tx)
                let score = scores.first { $0.programme == asked } ?? (asked == nil ? scores.first : nil)
                let programme = try RiskProgramme.named(asked ?? score?.programme ?? "employees", tx)
                let brief = try score.map { try shelf.brief($0.model, tx) }
                return RiskPersonPage(
                    head, score, programme: programme,
                    others: scores.map(\.programme).filter { $0 != programme.code }, brief,
                    likeness: try Self.likeness(score, brief, head, viewer, tx),
                    history: try RiskPerson.history(of: id, programme: programme.code, tx),
                    events: try RiskPerson.events(of: id, as: viewer, tx))
            }
            Audit.noteRead(.readRisk, of: [AuditRead(AuditRecord(.riskScore, id), about: ID(id.rawValue))], by: call)
            return page
        }
    }

    private static func likeness(
        _ score: RiskPerson.Score?, _ brief: ModelShelf.Brief?, _ head: RiskPerson.Head, _ viewer: Viewer,
        _ tx: Transaction
    ) throws -> RiskPersonPage.Likeness? {
        guard let score, let brief, let leaf = score.detail?.leaf, let probability = score.probability,
            brief.leaves.indices.contains(leaf), brief.leaves[leaf].people > 0
        else { return nil }
        // A rule the person fulfils tells something about each of its facts.
        let rule = brief.leaves[leaf].rule
        let isHidden = brief.facts.contains {
            !head.classes.contains($0.audience) && rule.zh.contains($0.name.zh)
        }
        return .init(
            rule: isHidden
                ? Phrase(zh: "其中有您无权查看的数据", en: "some of the facts are not for you") : rule,
            people: brief.leaves[leaf].people, leavers: brief.leaves[leaf].leavers,
            cases: try RiskPerson.similar(to: score, leaf: leaf, probability: probability, as: viewer, tx))
    }

    private var managing: [Route] {
        [
            LearningRoutes.begin,
            .page("/risk/models", .needs(.manageRisk), RiskWords.models) { call in
                let now = call.house.now
                return try await call.read { tx in try Self.models(at: now, tx) }
            },
            .page("/risk/models/{id}", .needs(.manageRisk), Phrase(zh: "一个风险模型", en: "One risk model")) { call in
                let id = try call.id(of: RiskModel.self)
                return try await call.read { tx in
                    let (line, report) = try RiskModels.line(id, tx)
                    let programme = try RiskProgramme.named(line.programme, tx)
                    let run = try programme.run.flatMap { try RiskRuns.line($0, tx) }
                    let own = run?.model == id ? run : nil
                    return RiskModelPage(
                        line: line, horizon: programme.horizon, report: report,
                        before: try RiskModels.before(line, tx)?[.rocAUC], drift: own?.drift ?? [], scored: own?.day)
                }
            },
            .button(
                "/risk/models/{id}/promotion", .needs(.manageRisk),
                Phrase(zh: "启用或恢复风险模型", en: "Put a risk model into force, or back")
            ) { call in
                let id = try call.id(of: RiskModel.self)
                try await call.write { tx in
                    let programme = try RiskModels.promote(id, by: call, tx)
                    try Self.enqueue(RiskJobs.scoring, programme.code, call, tx)
                }
                return Outcome(
                    "/risk/models/\(id)",
                    Phrase(zh: "模型已启用，正在重新评分。", en: "The model is in force; scores are being made."))
            },
            .button(
                "/risk/programmes/{code}/training", .needs(.manageRisk), Phrase(zh: "开始训练", en: "Train a risk model")
            ) { call in
                try await start(RiskJobs.training, .trainModel, call, Phrase(zh: "已开始训练。", en: "Training has begun."))
            },
            .button("/risk/programmes/{code}/scoring", .needs(.manageRisk), Phrase(zh: "重新评分", en: "Score again")) {
                call in
                try await start(RiskJobs.scoring, .scoreRisk, call, Phrase(zh: "已开始评分。", en: "Scoring has begun."))
            },
            .page("/risk/programmes/{code}", .needs(.manageRisk), Phrase(zh: "一个风险方案", en: "One risk programme")) {
                call in
                try await Self.form(call, nil)
            },
            .action(
                "/risk/programmes/{code}", .needs(.manageRisk), Phrase(zh: "保存风险方案", en: "Save a risk programme"),
                form: ProgrammeForm.self, again: { call, state in try await Self.form(call, state) }
            ) { call, draft in
                let code = try call.word("code")
                try await call.write { tx in try Self.save(draft, code, call, tx) }
                return Outcome(
                    "/risk/models", Phrase(zh: "已保存，层级将按新的占比重新划分。", en: "Saved; tiers are cut again by the new shares.")
                )
            },
        ]
    }

    private func start(
        _ kind: JobKind, _ action: AuditAction, _ call: Call, _ words: Phrase
    ) async throws -> Outcome {
        let code = try call.word("code")
        let account = try call.viewer.account
        let job = try await call.write { tx in
            let programme = try RiskProgramme.named(code, tx)
            if kind.code == RiskJobs.scoring.code, programme.model == nil { throw RiskRefusal.noModel }
            try Audit.record(AuditEntry(action, reason: code), by: call, in: tx)
            return try Jobs.enqueue(
                kind, RiskJobs.Payload(programme: code), key: kind.code, by: account, in: tx, call.house)
        }
        return Outcome("/jobs/\(job)", words)
    }

    private static func enqueue(_ kind: JobKind, _ code: String, _ call: Call, _ tx: Transaction) throws {
        try Jobs.enqueue(
            kind, RiskJobs.Payload(programme: code), key: kind.code, by: try call.viewer.account, in: tx, call.house)
    }

    private static func save(_ draft: ProgrammeForm, _ code: String, _ call: Call, _ tx: Transaction) throws {
        let programme = try RiskProgramme.named(code, tx)
        try check(draft.leftOut, programme, tx)
        try tx.execute(
            """
            update risk_programmes set shares = \(draft.shares.text), left_out = \(draft.leftOut.joined(separator: ",")),
                version = version + 1 where code = \(code)
            """)
        let changes = FieldChange.real([
            FieldChange(
                "shares", Phrase(zh: "各层级占比", en: "Shares of the tiers"), before: programme.shares.text,
                after: draft.shares.text),
            FieldChange(
                "left_out", ProgrammeForm.allowed.label, before: programme.leftOut.sorted().joined(separator: ", "),
                after: draft.leftOut.sorted().joined(separator: ", ")),
        ])
        try Audit.record(AuditEntry(.changeProgramme, changes: changes, reason: code), by: call, in: tx)
        if programme.model != nil, draft.shares != programme.shares {
            try enqueue(RiskJobs.scoring, code, call, tx)
        }
    }

    /// - Throws: a problem for a code that neither the newest snapshot nor the programme knows: a slip of the key would keep
    ///   nothing out.
    private static func check(_ leftOut: [String], _ programme: RiskProgramme, _ tx: Transaction) throws {
        let codes = try tx.rows(
            """
            select c.code from snapshot_columns c where c.snapshot_id = (select id from snapshots
                where population = \(programme.population) order by day desc limit 1)
            """
        ) { row in try row.value(String.self) }
        guard !codes.isEmpty else { return }
        let known = programme.leftOut.union(RiskProgramme.protected).union(codes)
        let unknown = leftOut.filter { !known.contains($0) }
        guard !unknown.isEmpty else { return }
        throw FormProblem(
            field: ProgrammeForm.allowed.name,
            problem: Phrase(
                zh: "没有编码为“\(unknown.joined(separator: "、"))”的数据项。请从下表中复制。",
                en: "No fact has the code “\(unknown.joined(separator: ", "))”. Copy it from the table below."))
    }

    private static func form(_ call: Call, _ state: FormState?) async throws -> ProgrammePage {
        let code = try call.word("code")
        return try await call.read { tx in
            let programme = try RiskProgramme.named(code, tx)
            let newest = try Snapshots.latestDay(programme.population, tx)
            let snapshot = try newest.flatMap { try Snapshots.load(programme.population, $0, tx) }
            let never = programme.leftOut.union(RiskProgramme.protected)
            var known = Dictionary(
                zip(ProgrammeForm.tiers.map(\.field.name), programme.shares.percent.map(String.init))
            ) { first, _ in first }
            known["left_out"] = programme.leftOut.sorted().joined(separator: "\n")
            return ProgrammePage(
                code: code, name: programme.name, outcome: programme.outcome,
                facts: (snapshot?.columns ?? []).map { column in
                    .init(
                        code: column.code, name: column.name, isUsed: !never.contains(column.code),
                        known: column.values.isEmpty
                            ? nil : Double(column.values.count { !$0.isNaN }) / Double(column.values.count))
                }, form: state ?? FormState(known))
        }
    }

    private static func models(at now: Instant, _ tx: Transaction) throws -> RiskModelsPage {
        let jobs = try tx.rows(
            """
            select payload, id from jobs where kind = \(RiskJobs.training.code) and state in ('waiting', 'running')
                and run_at <= \(now) order by id
            """
        ) { row in
            (programme: try RiskModels.read(row.value()) as RiskJobs.Payload, id: try row.value(ID<Job>.self))
        }
        var counts: [String: (count: Int, newest: Day)] = [:]
        try tx.each("select population, count(*), max(day) from snapshots group by population") { row in
            counts[try row.value()] = (try row.value(), try row.value())
        }
        let scored = try tx.rows(
            "select p.code, u.day from risk_programmes p join risk_runs u on u.id = p.run_id"
        ) { row in (code: try row.value(String.self), day: try row.value(Day.self)) }
        return RiskModelsPage(
            programmes: try RiskProgramme.all(tx).map { programme in
                let own = counts[programme.population.rawValue]
                return .init(
                    code: programme.code, name: programme.name, outcome: programme.outcome, rhythm: programme.rhythm,
                    shares: programme.shares, leftOut: programme.leftOut.sorted(), model: programme.model,
                    scored: scored.first { $0.code == programme.code }?.day, snapshots: own?.count ?? 0,
                    newest: own?.newest,
                    job: jobs.first { ($0.programme.programme ?? programme.code) == programme.code }?.id)
            }, models: try RiskModels.lines(of: nil, tx))
    }
}
