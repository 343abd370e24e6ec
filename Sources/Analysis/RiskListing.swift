import Forecast
import Kernel
import Sheets

/// Those who are still there, most at risk first, each with its reasons.
///
/// Rows whose outcome is blank are scored by the final model. Without such rows the list holds the held-out scores of everyone who had
/// not left, from models that never saw the row.
struct RiskListing {
    let frame: Frame
    let profile: ReferenceProfile
    let outcome: [Double]
    let table: Table

    /// Rows further down carry their probability and tier only.
    static let explainedRows = 10_000

    /// Rows with the model that scores them.
    struct Part {
        var model: CalibratedModel
        var rows: [Int]
        var margins: [Double]
    }

    func note(_ crossed: CrossValidated, final: CalibratedModel) throws -> RiskListNote {
        let pending = outcome.indices.filter { outcome[$0].isNaN }
        guard pending.isEmpty else {
            let margins = try final.margins(frame, rows: pending)
            return try note([Part(model: final, rows: pending, margins: margins)], explanation: Self.pendingWords)
        }
        let parts = crossed.parts.compactMap { part -> Part? in
            guard let model = part.model else { return nil }
            let stayed = part.split.held.indices.filter { outcome[part.split.held[$0]] == 0 }
            return Part(
                model: model, rows: stayed.map { part.split.held[$0] }, margins: stayed.map { part.margins[$0] })
        }
        return try note(parts, explanation: Self.heldOutWords)
    }

    func note(_ parts: [Part], explanation: Phrase) throws -> RiskListNote {
        var entries = parts.flatMap { part in
            zip(part.rows, part.margins).map { row, margin in
                RiskListNote.Row(
                    row: row, line: 0, identity: [], probability: probability(ofLogOdds: margin), tier: .medium,
                    left: outcome[row].isNaN ? nil : outcome[row] == 1, reasons: [], base: 0, contributions: [])
            }
        }
        let tiers = TierTable.assign(entries.map(\.probability))
        let order = entries.indices.sorted {
            (entries[$1].probability, entries[$0].row) < (entries[$0].probability, entries[$1].row)
        }
        try explain(&entries, Set(order.prefix(Self.explainedRows)), parts)
        let identifying = IdentifyingColumns(table, facts: frame).columns
        return RiskListNote(
            explanation: explanation, identifying: identifying.map(\.name),
            rows: order.map { index in
                var entry = entries[index]
                entry.tier = Tier.allCases[tiers[index]]
                entry.identity = identifying.map { $0.text(at: entry.row) ?? "" }
                entry.line = table.sourceLine(ofRow: entry.row)
                return entry
            })
    }

    private func explain(_ entries: inout [RiskListNote.Row], _ chosen: Set<Int>, _ parts: [Part]) throws {
        let drivers = Drivers(profile: profile)
        var start = 0
        for part in parts {
            let places = (start..<start + part.rows.count).filter(chosen.contains)
            start += part.rows.count
            let rows = places.map { entries[$0].row }
            let shares = try part.model.contributions(frame, rows: rows)
            let reasons = drivers.strongest(3, shares, frame, rows: rows)
            let width = shares.features.count
            for (index, place) in places.enumerated() {
                entries[place].base = shares.base
                entries[place].contributions = Array(shares.parts[index * width..<(index + 1) * width])
                entries[place].reasons = reasons[index].map {
                    .init(column: $0.features[0], text: $0.sentence, contribution: $0.contribution)
                }
            }
        }
    }

    private static let heldOutWords = Phrase(
        zh: "表中还没有离开的人，按可能性从高到低。每个分数都来自没有见过这一行的模型。",
        en:
            "Everyone in the sheet who has not left, most likely first. Each score comes from a model that never saw the row."
    )

    private static let pendingWords = Phrase(
        zh: "结果为空的行，由用全部已知结果建立的模型评分，按可能性从高到低。",
        en: "Rows whose outcome is blank, scored by the model of all known outcomes, most likely first.")
}
