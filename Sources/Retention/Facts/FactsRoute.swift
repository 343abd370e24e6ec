import Hummingbird
import Kernel
import Shell

/// `POST /facts`: another system sends values of metrics. What stands already changes nothing, so a batch may be sent
/// again; all of a batch is taken or nothing.
///
/// ```json
/// {"values": [{"metric": "sales", "subject": "E0001", "day": "2026-11-20", "value": 12.5, "known_on": "2026-11-21"}]}
/// ```
enum FactsRoute {
    /// Values in one batch.
    static let most = 20_000
    private static let mostBytes = 4 << 20

    static let route = Route(
        .post, "/facts", .needs(.editFacts), Phrase(zh: "发送指标数值", en: "Send values of metrics"),
        body: [
            FormField(
                "values", .lines(maximum: mostBytes),
                Phrase(
                    zh: "数值列表：对象 {metric, subject, day, value, known_on?}，或每行“指标,工号,日期,数值[,得知日期]”的文本",
                    en:
                        "List of objects {metric, subject, day, value, known_on?}, or text with “metric,number,day,value[,known on]” per line"
                ), isRequired: true)
        ], gives: .outcome
    ) { request, call in
        do {
            let batch = try await FactBatch(request, call, most: most, bytes: mostBytes)
            let today = call.today
            let counts = try await call.write { tx in
                let counts = try batch.write(on: today, tx)
                if counts.changesSomething { try Audit.record(FactBatch.audit(counts), by: call, in: tx) }
                return counts
            }
            return try call.response(Outcome("/facts", FactBatch.word(counts)))
        } catch let refused as FactProblems {
            return try call.problems(refused.problems)
        }
    }
}
