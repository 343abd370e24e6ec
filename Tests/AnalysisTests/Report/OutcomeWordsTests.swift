import Kernel
import Testing

@testable import Analysis

@Suite struct OutcomeWordsTests {
    private func words(_ column: String, _ identifying: [String] = []) -> OutcomeWords {
        var document = SampleDocuments.base(
            .zh, file: "x", outcome: OutcomeNote(column: column, positive: "1", proposed: false), rows: 10, events: 1)
        document.riskList = RiskListNote(explanation: Phrase(verbatim: ""), identifying: identifying, rows: [])
        return OutcomeWords(of: document)
    }

    @Test(arguments: [
        (0.234, "每 100 人约 23 人", "about 23 in 100"), (0.004, "每 1000 人约 4 人", "about 4 in 1000"),
        (0.0001, "每 1000 人不到 1 人", "fewer than 1 in 1000"), (0, "每 100 人不到 1 人", "fewer than 1 in 100"),
        (0.9999, "每 100 人约 99 人以上", "more than 99 in 100"), (.nan, "—", "—"),
        (0.005, "每 1000 人约 5 人", "about 5 in 1000"),
    ])
    func `pictures a probability`(probability: Double, zh: String, en: String) {
        #expect(words("离职").ofAHundred(probability) == Phrase(zh: zh, en: en))
    }

    @Test(arguments: [
        ("离职", "离开", "每 100 人约 10 人"), ("Attrition", "离开", "每 100 人约 10 人"), ("Churn", "流失", "每 100 个客户约 10 个"),
        ("客户流失", "流失", "每 100 个客户约 10 个"), ("visit", "「visit」为「1」", "每 100 行约 10 行"),
    ])
    func `speaks of people, customers or rows`(column: String, verb: String, picture: String) {
        #expect(words(column).verb.zh == verb)
        #expect(words(column).ofAHundred(0.1).zh == picture)
    }

    @Test func `the value that counts can mean leaving`() {
        let outcome = OutcomeNote(column: "员工状态", positive: "离职", proposed: true)
        let words = OutcomeWords(of: SampleDocuments.base(.zh, file: "x", outcome: outcome, rows: 10, events: 1))
        #expect(words.isLeaving)
        #expect(words.subject == .people)
    }

    @Test func `an outcome without a name of its own takes the subject from the other columns`() {
        #expect(words("left", ["EmployeeNumber"]).subject == .people)
        #expect(words("event", ["customerID"]).subject == .customers)
        #expect(words("event", ["id"]).subject == .rows)
    }
}
