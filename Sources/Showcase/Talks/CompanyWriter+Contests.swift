import Kernel
import Retention
import SQL
import Shell

extension CompanyWriter {
    func writeContests(_ tx: Transaction) throws {
        let contests = ShowcaseContest.all(of: company)
        guard !contests.isEmpty else { return }
        let first = try tx.newIDs(contests.count).lowerBound
        try insert(
            contests, into: "contests",
            [
                "id", "subject_id", "matter", "code", "name_zh", "name_en", "value_zh", "value_en", "audience", "words",
                "raised_at", "due_on", "decision", "answer", "answered_at", "answered_by",
            ], tx
        ) { place, contest in
            let (raised, answer) = (contest.raised, contest.answer)
            return [
                .integer(first + Int64(place)), .integer(person(contest.person)), Contest.Matter.fact.sqlValue,
                .text("m_\(contest.metric.code)_last"), contest.metric.name.zh.sqlValue,
                contest.metric.name.en.sqlValue, contest.valueWords.zh.sqlValue, contest.valueWords.en.sqlValue,
                contest.metric.audience.sqlValue, contest.words.sqlValue, moment(daysAgo: raised).sqlValue,
                (company.today - raised + ShowcaseContest.time).sqlValue, (answer?.decision).sqlValue,
                (answer?.words).sqlValue, answer.map { moment(daysAgo: raised - $0.days).sqlValue } ?? .null,
                answer == nil ? .null : Actor.program.account.sqlValue,
            ]
        }
    }

    private func moment(daysAgo days: Int) -> Instant { now.adding(milliseconds: -86_400_000 * Int64(days)) }
}
