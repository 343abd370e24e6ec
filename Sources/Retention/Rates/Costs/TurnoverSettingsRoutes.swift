import Kernel
import SQL
import Shell

/// Benchmarks.
enum TurnoverSettingsRoutes {
    static let all: [Route] = [
        .page("/turnover/benchmarks", .needs(.readTurnover), Phrase(zh: "行业基准", en: "Benchmarks")) { call in
            let mayEdit = try call.viewer.can(.editTurnover)
            return try await call.read { tx in BenchmarksPage(rows: try BenchmarkStore.all(tx), mayEdit: mayEdit) }
        },
        .page("/turnover/benchmarks/new", .needs(.editTurnover), Phrase(zh: "新增基准", en: "A new benchmark")) { call in
            try await form(call, nil)
        },
        .action(
            "/turnover/benchmarks/new", .needs(.editTurnover), Phrase(zh: "新增基准", en: "Add a benchmark"),
            form: BenchmarkForm.self, again: form
        ) { call, form in try await save(call, form) },
        .page("/turnover/benchmarks/{id}", .needs(.editTurnover), Phrase(zh: "一个基准", en: "A benchmark")) { call in
            try await form(call, nil)
        },
        .action(
            "/turnover/benchmarks/{id}", .needs(.editTurnover), Phrase(zh: "保存基准", en: "Save a benchmark"),
            form: BenchmarkForm.self, again: form
        ) { call, form in try await save(call, form) },
        .button(
            "/turnover/benchmarks/{id}/deletion", .needs(.editTurnover), Phrase(zh: "删除基准", en: "Delete a benchmark")
        ) { call in
            try TurnoverEditing.require(call)
            let id: ID<Benchmark> = try call.id()
            try await call.write { tx in
                let before = try BenchmarkStore.one(id, tx)
                try BenchmarkStore.delete(id, tx)
                try Audit.record(TurnoverEditing.entry(before, nil, id), by: call, in: tx)
            }
            return Outcome("/turnover/benchmarks", Phrase(zh: "已删除。", en: "Deleted."))
        },
    ]

    private static func save(_ call: Call, _ form: BenchmarkForm) async throws -> Outcome {
        try TurnoverEditing.require(call)
        let known: ID<Benchmark>? = call.parameter("id") == nil ? nil : try call.id()
        try await call.write { tx in
            let before = try known.map { try BenchmarkStore.one($0, tx) }
            let after = form.benchmark(try known ?? tx.newID())
            try BenchmarkStore.save(after, tx)
            try Audit.record(TurnoverEditing.entry(before, after, after.id), by: call, in: tx)
        }
        return Outcome("/turnover/benchmarks", Phrase(zh: "已保存“\(form.name)”。", en: "“\(form.name)” was saved."))
    }

    @Sendable private static func form(_ call: Call, _ state: FormState) async throws -> BenchmarkPage {
        try await form(call, Optional(state))
    }

    @Sendable private static func form(_ call: Call, _ state: FormState?) async throws -> BenchmarkPage {
        try TurnoverEditing.require(call)
        let id: ID<Benchmark>? = call.parameter("id") == nil ? nil : try call.id()
        return try await call.read { tx in
            let known = try id.map { try BenchmarkStore.one($0, tx) }
            return BenchmarkPage(
                id: id, name: known?.name, form: state ?? known.map(BenchmarkForm.state) ?? FormState())
        }
    }
}
