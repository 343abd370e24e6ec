import Kernel
import SQL
import Shell

@testable import Retention

extension Company {
    /// Defines a metric.
    @discardableResult
    func metric(
        _ code: String, unit: FactUnit = .count, grain: FactGrain = .week, better: Metric.Better = .higher,
        keptMonths: Int = 24
    ) async throws -> Metric {
        try await database.write { tx in
            let metric = Metric(
                id: try tx.newID(), code: code, name: Phrase(zh: "指标\(code)", en: "Metric \(code)"), unit: unit,
                grain: grain, purpose: Phrase(zh: "测试", en: "Test"), basis: .employment, keptMonths: keptMonths,
                audience: .work, better: better)
            try Metrics.put(metric, tx)
            return metric
        }
    }

    /// Sends values as another system would, today.
    @discardableResult
    func send(_ items: [FactItem]) async throws -> ImportCounts {
        let today = today
        return try await database.write { tx in try FactBatch(items).write(on: today, tx) }
    }

    /// What is known of a population at the end of a day.
    func snapshot(_ day: Day, _ population: Population = .employees) async throws -> Snapshot {
        let catalogue = FactCatalogue(house)
        return try await database.read { tx in try Snapshots.measure(population, day, catalogue, tx) }
    }
}

extension Snapshot {
    /// One value by person and fact.
    func value(_ code: String, of subject: Int64) -> Double? {
        guard let place = place(of: subject), let column = column(code) else { return nil }
        return column.value(place)
    }
}
