import Foundation
import Kernel
import Shell

/// One value as a program sends it.
struct FactItem: Decodable, Sendable {
    let metric: String
    let subject: String
    let day: String
    let value: Value
    let known: String?

    enum Value: Sendable {
        case number(Double)
        case text(String)
    }

    private enum Key: String, CodingKey {
        case metric, subject, day, value
        case known = "known_on"
    }

    init(metric: String, subject: String, day: String, value: Double, known: String? = nil) {
        (self.metric, self.subject, self.day) = (metric, subject, day)
        (self.value, self.known) = (.number(value), known)
    }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        metric = try members.decode(String.self, forKey: .metric)
        // Staff numbers of digits come as numbers from some systems.
        if let number = try? members.decode(Int64.self, forKey: .subject) {
            subject = String(number)
        } else {
            subject = try members.decode(String.self, forKey: .subject)
        }
        day = try members.decode(String.self, forKey: .day)
        if let flag = try? members.decode(Bool.self, forKey: .value) {
            value = .number(flag ? 1 : 0)
        } else if let number = try? members.decode(Double.self, forKey: .value) {
            value = .number(number)
        } else {
            value = .text(try members.decode(String.self, forKey: .value))
        }
        known = try members.decodeIfPresent(String.self, forKey: .known)
    }

    /// `metric,number,day,value[,known on]`
    init?(line: Substring) {
        let parts = line.split(separator: ",", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        guard (4...5).contains(parts.count) else { return nil }
        (metric, subject, day, value) = (parts[0], parts[1], parts[2], .text(parts[3]))
        known = parts.count == 5 && !parts[4].isEmpty ? parts[4] : nil
    }

    func incoming(_ row: Int32, _ reader: inout MetricReader) throws(FormProblemAt) -> IncomingValue {
        guard let place = reader.metric(metric) else {
            throw FormProblemAt(field: "metric", problem: MetricWords.unknownMetric(metric))
        }
        guard let person = reader.subject(subject) else {
            throw FormProblemAt(field: "subject", problem: MetricWords.unknownPerson(subject))
        }
        guard let on = try? Day(day) else { throw FormProblemAt(field: "day", problem: MetricWords.badDay) }
        if let refusal = reader.refusal(of: on) { throw FormProblemAt(field: "day", problem: refusal) }
        let metric = reader.metrics[Int(place)]
        let (number, shown) =
            switch value {
            case .number(let number): (MetricReader.stored(number, metric.unit), "\(number)")
            case .text(let text): (MetricReader.value(text, metric.unit), text)
            }
        guard let number else {
            throw FormProblemAt(field: "value", problem: MetricWords.badValue(shown, metric))
        }
        var knownDay: Day?
        if let known {
            guard let given = try? Day(known) else {
                throw FormProblemAt(field: "known_on", problem: MetricWords.badDay)
            }
            if let refusal = reader.refusal(ofKnown: given, about: on) {
                throw FormProblemAt(field: "known_on", problem: refusal)
            }
            knownDay = given
        }
        return IncomingValue(
            row: row, metric: place, day: Int32(on.number), subject: person,
            known: knownDay.map { Int32($0.number) }, value: number)
    }
}
