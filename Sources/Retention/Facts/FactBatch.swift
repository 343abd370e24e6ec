import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import SQL
import Shell

/// Values another system sends at once.
struct FactBatch: Sendable {
    let items: [FactItem]

    /// - Throws: ``FactProblems``; forbidden without the proof of the form; bad request where the body is no JSON.
    init(_ request: Request, _ call: Call, most: Int, bytes: Int) async throws {
        let body = try await request.body.collect(upTo: bytes)
        let isJSON = request.headers[.contentType]?.hasPrefix("application/json") == true
        let fields = isJSON ? FormFields() : FormFields(urlEncoded: String(buffer: body))
        if !call.context.isProgram {
            try FormGuard.check(request.headers[Self.proof] ?? fields["token"], call.context)
        }
        items = isJSON ? try Self.items(of: Data(body.readableBytesView)) : try Self.items(in: fields["values"] ?? "")
        guard items.count <= most else { throw FactProblems(field: "values", Self.tooMany(most)) }
        guard !items.isEmpty else { throw FactProblems(field: "values", Self.badShape) }
    }

    init(_ items: [FactItem]) {
        self.items = items
    }

    private static let proof = HTTPField.Name("X-Form-Token")!

    private static func items(of json: Data) throws -> [FactItem] {
        struct Body<Values: Decodable>: Decodable {
            let values: Values
        }
        let decoder = JSONDecoder()
        do {
            return try decoder.decode(Body<[FactItem]>.self, from: json).values
        } catch let DecodingError.dataCorrupted(context) where context.codingPath.isEmpty {
            throw HTTPError(.badRequest)
        } catch {
            if let text = try? decoder.decode(Body<String>.self, from: json).values { return try items(in: text) }
            throw FactProblems(field: place(of: error), badShape)
        }
    }

    /// `values[3].day`, as far as the decoder says where it stopped.
    private static func place(of error: any Error) -> String {
        let context: DecodingError.Context? =
            switch error as? DecodingError {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
                .dataCorrupted(let context):
                context
            default: nil
            }
        guard let path = context?.codingPath, path.count > 1, let index = path[1].intValue else { return "values" }
        return "values[\(index)]" + (path.count > 2 ? "." + path[2].stringValue : "")
    }

    private static func items(in text: String) throws -> [FactItem] {
        var (items, problems): ([FactItem], [FormProblem]) = ([], [])
        for (place, line) in text.split(whereSeparator: \.isNewline).enumerated() {
            if let item = FactItem(line: line) {
                items.append(item)
            } else {
                problems.append(FormProblem(field: "values[\(place)]", problem: badLine))
            }
        }
        guard problems.isEmpty else { throw FactProblems(problems) }
        return items
    }

    /// Takes all of it or, with problems, nothing.
    func write(on today: Day, _ tx: Transaction) throws -> ImportCounts {
        var reader = try MetricReader(today: today, numbers: Set(items.map(\.subject)), tx)
        var (incoming, problems): ([IncomingValue], [FormProblem]) = ([], [])
        for (place, item) in items.enumerated() {
            do throws(FormProblemAt) {
                incoming.append(try item.incoming(Int32(place), &reader))
            } catch {
                problems.append(FormProblem(field: "values[\(place)].\(error.field)", problem: error.problem))
            }
        }
        guard problems.isEmpty else { throw FactProblems(problems) }
        var merge = MetricMerge(today: today, knownFrom: .today)
        try merge.run(incoming, of: reader.metrics, tx)
        guard merge.contradictions.isEmpty else {
            throw FactProblems(
                merge.contradictions.map { row, earlier in
                    FormProblem(
                        field: "values[\(row)].value", problem: MetricWords.contradiction(Int(earlier) + 1))
                })
        }
        try Metrics.write(merge, of: reader.metrics, on: today, tx)
        return ImportCounts(
            created: merge.inserts.count, updated: merge.updates.count, unchanged: merge.unchanged)
    }

    static func word(_ counts: ImportCounts) -> Phrase {
        Phrase(
            zh: "新增 \(counts.created) 个数值，更正 \(counts.updated) 个，\(counts.unchanged) 个没有变化。",
            en: "\(counts.created) values added, \(counts.updated) corrected, \(counts.unchanged) unchanged.")
    }

    static func audit(_ counts: ImportCounts) -> AuditEntry {
        AuditEntry(
            AuditAction("facts.record", Phrase(zh: "写入指标数值", en: "Values of metrics recorded")),
            changes: [
                FieldChange(
                    "values", MetricWords.value, .public, before: nil, after: "\(counts.created + counts.updated)")
            ])
    }

    private static func tooMany(_ most: Int) -> Phrase {
        Phrase(zh: "一次最多 \(most) 个数值。请分批发送。", en: "At most \(most) values at a time. Send them in parts.")
    }

    private static let badShape = Phrase(
        zh: "应为数值对象的列表，每个对象写明 metric、subject、day 和 value。",
        en: "This must be a list of objects, each with metric, subject, day and value.")
    private static let badLine = Phrase(
        zh: "应为“指标,工号,日期,数值”。请补全。", en: "This must read “metric,number,day,value”. Complete it.")
}

/// What is wrong with a batch, by the place of the value.
struct FactProblems: Error {
    let problems: [FormProblem]

    init(_ problems: [FormProblem]) {
        self.problems = problems
    }

    init(field: String, _ problem: Phrase) {
        problems = [FormProblem(field: field, problem: problem)]
    }
}

/// What is wrong with one member of a value.
struct FormProblemAt: Error {
    let field: String
    let problem: Phrase
}
