import Forecast
import Foundation
import Kernel
import SQL
import Shell

/// Keeps models in the database and says which one is in force.
enum RiskModels {
    /// One line of the list of models.
    struct Line: Sendable, Codable {
        let id: ID<RiskModel>
        let programme: String
        let trainedOn: Day
        let kind: String
        let verdict: ModelVerdict
        let rows: Int
        let leavers: Int
        let area: Double?
        let isInForce: Bool
        /// Was in force once.
        let wasInForce: Bool
        let promotedBy: String?
    }

    /// Stands for the person where the program itself put a model into force.
    static let program = "Tenure"

    /// Keeps what was learned. The first model of a programme comes into force by itself; a later one waits for a person.
    /// - Returns: its id, and whether it is in force.
    static func keep(
        _ trained: TrainedModel, of programme: String, on today: Day, _ house: House, _ tx: Transaction
    ) throws -> (id: ID<RiskModel>, isInForce: Bool) {
        let id = try tx.newID(RiskModel.self)
        try tx.execute(
            """
            insert into risk_models (id, programme, trained_on, trained_at, kind, verdict, row_count, event_count,
                base_rate, area, facts, report, file, tree)
            values (\(id), \(programme), \(today), \(house.now), \(trained.kind), \(trained.verdict.rawValue),
                \(trained.report.rows), \(trained.report.leavers), \(trained.report.baseRate),
                \(trained.report[.rocAUC]?.estimate.value), \(try json(trained.facts)), \(try json(trained.report)),
                \(try trained.file.map { [UInt8](try $0.encoded()) }),
                \(try trained.tree.map { [UInt8](try $0.encoded()) }))
            """)
        var values: [SQLValue] = []
        for one in trained.cases {
            values += [
                id.sqlValue, one.leaf.sqlValue, one.subject.sqlValue, one.day.sqlValue, one.probability.sqlValue,
                one.leftOn.sqlValue,
            ]
        }
        try tx.insert(
            into: "risk_cases", ["model_id", "leaf", "subject_id", "day", "probability", "left_on"], values: values)
        let isFirst = try RiskProgramme.named(programme, tx).model == nil
        if isFirst {
            try putInForce(id, of: programme, by: program, house, tx)
            try Audit.record(
                [AuditEntry(.promoteModel, of: AuditRecord(.riskModel, id), reason: programme)], by: .program, house,
                in: tx)
        }
        return (id, isFirst)
    }

    static func putInForce(
        _ id: ID<RiskModel>, of programme: String, by name: String, _ house: House, _ tx: Transaction
    ) throws {
        try tx.execute(
            """
            update risk_models set withdrawn_at = \(house.now)
            where id = (select model_id from risk_programmes where code = \(programme))
            """)
        try tx.execute(
            """
            update risk_models set promoted_at = \(house.now), promoted_by = \(name), withdrawn_at = null
            where id = \(id)
            """)
        try tx.execute(
            "update risk_programmes set model_id = \(id), version = version + 1 where code = \(programme)")
    }

    /// A person puts a model into force, or an earlier one back.
    /// - Throws: ``Missing``, ``RiskRefusal``, `ModelFileRefusal` for a file that cannot be read.
    static func promote(_ id: ID<RiskModel>, by call: Call, _ tx: Transaction) throws -> RiskProgramme {
        let found = try tx.first("select programme, promoted_at from risk_models where id = \(id)") { row in
            (programme: try row.value(String.self), promoted: try row.value(Instant?.self))
        }
        guard let found else { throw Missing() }
        let programme = try RiskProgramme.named(found.programme, tx)
        if programme.model == id { throw RiskRefusal.alreadyInForce }
        let model = try scoring(id, programme, tx)
        if let model, let day = try Snapshots.latestDay(programme.population, tx) {
            try model.check(
                against: try tx.rows(
                    """
                    select c.code, c.unit from snapshot_columns c join snapshots s on s.id = c.snapshot_id
                    where s.population = \(programme.population) and s.day = \(day) and c.missing_zh is null
                    """
                ) { row in
                    (code: try row.value(String.self), isKind: try row.value(String.self) == FactUnit.kind.rawValue)
                })
        }
        try putInForce(id, of: programme.code, by: try call.viewer.name, call.house, tx)
        try Audit.record(
            AuditEntry(
                found.promoted == nil ? .promoteModel : .restoreModel, of: AuditRecord(.riskModel, id),
                changes: [
                    FieldChange(
                        "model", Phrase(zh: "启用的模型", en: "Model in force"), before: programme.model?.description,
                        after: id.description)
                ], reason: programme.code), by: call, in: tx)
        return programme
    }

    /// A model ready to score with; nil for one that counts signals.
    static func scoring(_ id: ID<RiskModel>, _ programme: RiskProgramme, _ tx: Transaction) throws -> RiskScoring? {
        let found = try tx.first("select verdict, report, facts, file, tree from risk_models where id = \(id)") { row in
            (
                verdict: ModelVerdict(rawValue: try row.value()) ?? .tooFew, report: try row.value(String.self),
                facts: try row.value(String.self), file: try row.value([UInt8]?.self),
                tree: try row.value([UInt8]?.self)
            )
        }
        guard let found else { throw Missing() }
        guard let file = found.file else { return nil }
        return RiskScoring(
            verdict: found.verdict, report: try read(found.report), facts: try read(found.facts),
            file: try ModelFile(Data(file)), tree: try found.tree.map { try ModelFile(Data($0)) },
            shares: programme.shares)
    }

    static func lines(of programme: String?, _ tx: Transaction) throws -> [Line] {
        let whose: Query = programme.map { "m.programme = \($0)" } ?? "1 = 1"
        return try tx.rows("\(selection) where \(whose) order by m.id desc limit 200") { row in try Line(&row) }
    }

    static func line(_ id: ID<RiskModel>, _ tx: Transaction) throws -> (line: Line, report: ModelReport) {
        let line = try tx.first("\(selection) where m.id = \(id)") { row in try Line(&row) }
        guard let line, let text = try tx.value("select report from risk_models where id = \(id)", as: String.self)
        else { throw Missing() }
        return (line, try read(text))
    }

    /// The model before another one, to compare with.
    static func before(_ line: Line, _ tx: Transaction) throws -> ModelReport? {
        try tx.value(
            """
            select report from risk_models where programme = \(line.programme) and id < \(line.id)
            order by id desc limit 1
            """, as: String.self
        ).map { try read($0) }
    }

    static func facts(of id: ID<RiskModel>, _ tx: Transaction) throws -> [ModelFact] {
        try tx.value("select facts from risk_models where id = \(id)", as: String.self).map { try read($0) } ?? []
    }

    private static let selection: Query =
        """
        select m.id, m.programme, m.trained_on, m.kind, m.verdict, m.row_count, m.event_count, m.area,
            case when p.model_id = m.id then 1 else 0 end, case when m.promoted_at is null then 0 else 1 end,
            m.promoted_by
        from risk_models m join risk_programmes p on p.code = m.programme
        """

    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func read<Value: Decodable>(_ text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
}

extension RiskModels.Line {
    init(_ row: inout Row) throws {
        (id, programme, trainedOn, kind) = (try row.value(), try row.value(), try row.value(), try row.value())
        verdict = ModelVerdict(rawValue: try row.value()) ?? .tooFew
        (rows, leavers, area) = (try row.value(), try row.value(), try row.value())
        (isInForce, wasInForce, promotedBy) = (try row.value(), try row.value(), try row.value())
    }
}

extension RiskScoring {
    /// - Throws: ``RiskRefusal/otherSchema(_:)`` when most of what the model looks at is gone, or is of another kind.
    func check(against columns: [(code: String, isKind: Bool)]) throws {
        let kinds = Dictionary(columns.map { ($0.code, $0.isKind) }) { first, _ in first }
        let lacking = file.model.features.filter { kinds[$0] == nil }
        guard lacking.count * 2 <= file.model.features.count else { throw RiskRefusal.otherSchema(lacking) }
        let other = file.preparation.features.filter { feature in
            kinds[feature.name].map { $0 != (feature.levels != nil) } ?? false
        }
        if !other.isEmpty { throw RiskRefusal.otherSchema(other.map(\.name)) }
    }
}

extension AuditAction {
    static let trainModel = AuditAction("risk.train", Phrase(zh: "训练风险模型", en: "Trained a risk model"))
    static let scoreRisk = AuditAction("risk.score", Phrase(zh: "运行风险评分", en: "Scored risk"))
    static let promoteModel = AuditAction("risk.promote", Phrase(zh: "启用风险模型", en: "Put a risk model into force"))
    static let restoreModel = AuditAction("risk.restore", Phrase(zh: "恢复风险模型", en: "Put an earlier model back"))
    static let changeProgramme = AuditAction("risk.programme", Phrase(zh: "修改风险方案", en: "Changed a risk programme"))
    static let readRisk = AuditAction("risk.read", Phrase(zh: "查看离职风险", en: "Saw a risk of leaving"))
}

extension AuditRecordKind {
    static let riskModel = AuditRecordKind("risk_model", Phrase(zh: "风险模型", en: "Risk model"), path: "/risk/models/")
    static let riskScore = AuditRecordKind("risk", Phrase(zh: "离职风险", en: "Risk of leaving"), path: "/risk/")
    static let riskProgramme = AuditRecordKind("risk_programme", Phrase(zh: "风险方案", en: "Risk programme"))
}
