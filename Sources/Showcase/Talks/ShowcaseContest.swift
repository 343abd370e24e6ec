import Kernel
import Retention

/// What somebody objects to in their record.
struct ShowcaseContest: Sendable, Hashable {
    let person: Int
    let metric: ShowcaseMetric
    let value: Double
    let words: String
    /// Days before the last one.
    let raised: Int
    /// Nil while it waits for an answer.
    let answer: Answer?

    struct Answer: Sendable, Hashable {
        let days: Int
        let decision: Contest.Decision
        let words: String
    }

    /// Days for an answer.
    static let time = 15

    /// One that waits and one that was answered, by people who stay; neither changes a fact.
    static func all(of company: ShowcaseCompany) -> [ShowcaseContest] {
        var dice = Dice(seed: company.seed).split(-6)
        var found: [ShowcaseContest] = []
        if let one = pick(.lateDays, from: company, without: nil, &dice) {
            found.append(
                ShowcaseContest(
                    person: one.person, metric: .lateDays, value: one.value,
                    words: "上个月有一天的迟到记录与实际不符：当天上午我在客户现场，外出申请已经审批通过。请核对后更正。", raised: 4, answer: nil))
        }
        if let one = pick(.overtimeHours, from: company, without: found.first?.person, &dice) {
            found.append(
                ShowcaseContest(
                    person: one.person, metric: .overtimeHours, value: one.value,
                    words: "上月的加班小时比我自己的记录多，可能把调休的那一天也计入了。", raised: 13,
                    answer: Answer(
                        days: 6, decision: .upheld, words: "已逐日核对考勤和加班审批：调休当天没有计入，差异来自月末两次已审批的加班。明细已发给您，如仍有疑问请再联系我们。")))
        }
        return found.sorted { $0.raised > $1.raised }
    }

    /// Somebody with a value of the last month but nobody who leaves.
    private static func pick(
        _ metric: ShowcaseMetric, from company: ShowcaseCompany, without other: Int?, _ dice: inout Dice
    ) -> (person: Int, value: Double)? {
        let known = company.values(of: metric).reversed().prefix { $0.day > company.today.number - 75 }
            .filter { $0.knownOn < company.today.number - 14 && $0.value(of: metric) >= 1 }
        let leaving = Set(company.separations.map { company.employments[$0.employment].person })
        let candidates = known.filter { Int($0.person) != other && !leaving.contains(Int($0.person)) }
        guard !candidates.isEmpty else { return nil }
        let value = dice.pick(Array(candidates))
        return (Int(value.person), value.value(of: metric))
    }

    /// The value in words; an hour or a day is the least.
    var valueWords: Phrase {
        let number = value == value.rounded() ? "\(Int(value))" : "\(value)"
        return metric == .lateDays
            ? Phrase(zh: "\(number) 天", en: "\(number) days") : Phrase(zh: "\(number) 小时", en: "\(number) hours")
    }
}
