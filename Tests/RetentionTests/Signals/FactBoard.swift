import Kernel
import Shell
import Synchronization

/// Facts a test writes down: a value per fact, person and day on; it holds until the next.
final class FactBoard: Sendable {
    private struct Key: Hashable {
        let code: String
        let subject: Int64
    }

    private let values = Mutex<[Key: [(day: Day, value: Double)]]>([:])

    func set(_ code: String, _ subject: some RawRepresentable<Int64>, _ value: Double, from day: Day) {
        values.withLock { $0[Key(code: code, subject: subject.rawValue), default: []].append((day, value)) }
    }

    func fact(_ code: String, _ unit: FactUnit = .score, grain: FactGrain = .day, _ audience: FieldClass = .work)
        -> PublishedFact
    {
        PublishedFact(
            code, Phrase(zh: "事实\(code)", en: "Fact \(code)"), unit, grain: grain,
            purpose: Phrase(zh: "测试用途", en: "For a test"), basis: .employment, audience: audience
        ) { [self] day, _ in
            var column = FactColumn()
            for (subject, value) in entries(of: code, on: day) { column.append(subject, value) }
            return column
        }
    }

    private func entries(of code: String, on day: Day) -> [(Int64, Double)] {
        values.withLock { values in
            values.filter { $0.key.code == code }.compactMap { key, list in
                list.filter { $0.day <= day }.max { $0.day < $1.day }.map { (key.subject, $0.value) }
            }.sorted { $0.0 < $1.0 }
        }
    }
}
