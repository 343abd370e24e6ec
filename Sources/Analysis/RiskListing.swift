import Forecast
import Kernel
import Sheets

/// Those who are still there, most at risk first, each with its reasons.
///
/// Rows whose outcome is blank are scored by the final model. Without such rows the list holds the held-out scores of everyone who had
/// not left, from models that never saw the row.
struct RiskListing {
    let facts: Facts
    let crossed: CrossValidated
    let final: CalibratedModel
    let outcome: [Double]
    let table: Table
    let explained: Explaining

    func note() throws -> RiskListNote {
        let pending = outcome.indices.filter { outcome[$0].isNaN }
        let entries = try pending.isEmpty ? heldOut() : entries(final, rows: pending)
        let tiers = TierTable.assign(entries.map(\.probability))
        let order = entries.indices.sorted {
            (entries[$1].probability, entries[$0].row) < (entries[$0].probability, entries[$1].row)
        }
        let identifying = IdentifyingColumns(table, facts: facts.frame).columns
        return RiskListNote(
            explanation: pending.isEmpty ? Self.heldOutWords : Self.pendingWords,
            identifying: identifying.map(\.name),
            rows: order.map { index in
                var entry = entries[index]
                entry.tier = Tier.allCases[tiers[index]]
                entry.identity = identifying.map { $0.text(at: entry.row) ?? "" }
                entry.line = table.sourceLine(ofRow: entry.row)
                return entry
            })
    }

    private func heldOut() throws -> [RiskListNote.Row] {
        try crossed.parts.flatMap { part -> [RiskListNote.Row] in
            guard let model = part.model else { return [] }
            return try entries(model, rows: part.split.held.filter { outcome[$0] == 0 })
        }
    }

    private func entries(_ model: CalibratedModel, rows: [Int]) throws -> [RiskListNote.Row] {
        let parts = try model.contributions(facts.frame, rows: rows)
        let reasons = Drivers(profile: explained.profile).strongest(3, parts, facts.frame, rows: rows)
        let width = parts.features.count
        return rows.indices.map { index in
            let own = Array(parts.parts[index * width..<(index + 1) * width])
            return RiskListNote.Row(
                row: rows[index], line: 0, identity: [],
                probability: probability(ofLogOdds: parts.base + own.reduce(0, +)), tier: .medium,
                left: outcome[rows[index]].isNaN ? nil : outcome[rows[index]] == 1,
                reasons: reasons[index].map {
                    .init(column: $0.features[0], text: $0.sentence, contribution: $0.contribution)
                },
                base: parts.base, contributions: own)
        }
    }

    private static let heldOutWords = Phrase(
        zh: "表中还没有离开的人,按可能性从高到低。每个分数都来自没有见过这一行的模型。",
        en: "Everyone in the sheet who has not left, most likely first. Each score comes from a model that never saw the row.")

    private static let pendingWords = Phrase(
        zh: "结果为空的行,由用全部已知结果建立的模型评分,按可能性从高到低。",
        en: "Rows whose outcome is blank, scored by the model of all known outcomes, most likely first.")
}
