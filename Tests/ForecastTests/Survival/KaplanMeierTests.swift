import Testing

@testable import Forecast

/// Maintenance chemotherapy in acute myelogenous leukaemia (Miller 1997; `survival::aml` of R).
enum AMLStudy {
    static let maintained = SurvivalOutcome(
        times: [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161],
        events: [true, true, false, true, true, false, true, true, false, true, false])
    static let other = SurvivalOutcome(
        times: [5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45],
        events: [true, true, true, true, true, false, true, true, true, true, true, true])
    static let all = SurvivalOutcome(
        times: maintained.times + other.times, events: maintained.events + other.events)
}

@Suite struct KaplanMeierTests {
    /// Freireich et al. 1963, 6-mercaptopurine arm; survival and Greenwood errors as in Kleinbaum and Klein 2012, chapter 2.
    let remission = SurvivalOutcome(
        times: [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
        events: [
            true, true, true, false, true, false, true, false, false, true, true, false, false, false, true, true,
            false,
            false, false, false, false,
        ])
    let placebo = SurvivalOutcome(
        times: [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23],
        events: [Bool](repeating: true, count: 21))

    @Test(arguments: [(6.0, 0.8571), (7, 0.8067), (10, 0.7529), (13, 0.6902), (16, 0.6275), (22, 0.5378), (23, 0.4482)])
    func remissionAsPublished(time: Double, expected: Double) {
        #expect(abs(KaplanMeier(remission).surviving(at: time).value - expected) < 5.1e-5)
    }

    /// R: survfit(Surv(time, status) ~ 1, subset(aml, x == "Maintained"), conf.type = "log-log").
    @Test(arguments: [
        (9.0, 0.9091, 0.5081, 0.9867), (13, 0.8182, 0.4474, 0.9512), (23, 0.6136, 0.2658, 0.8352),
        (48, 0.1841, 0.0117, 0.5250),
    ])
    func bandsEqualR(time: Double, value: Double, low: Double, high: Double) {
        let at = KaplanMeier(AMLStudy.maintained).surviving(at: time)
        #expect(abs(at.value - value) < 1e-4 && abs(at.low - low) < 1e-4 && abs(at.high - high) < 1e-4)
    }

    @Test func medians() {
        #expect(KaplanMeier(AMLStudy.maintained).median?.time == 31)
        #expect(KaplanMeier(AMLStudy.other).median?.time == 23)
        #expect(KaplanMeier(remission).median?.time == 23)
        #expect(KaplanMeier(remission).median?.high == nil)
        #expect(KaplanMeier(SurvivalOutcome(times: [1, 2, 3], events: [false, true, false])).median?.time == 2)
        #expect(KaplanMeier(SurvivalOutcome(times: [1, 2], events: [false, false])).median == nil)
    }

    /// Without censoring the restricted mean is the mean of min(time, horizon).
    @Test func restrictedMeanWithoutCensoring() {
        let mean = KaplanMeier(placebo).restrictedMean(until: 10)
        #expect(abs(mean.value - placebo.times.map { min($0, 10) }.reduce(0, +) / 21) < 1e-12)
        #expect(mean.low < mean.value && mean.value < mean.high)
    }

    /// R: survdiff gives χ² = 3.4, p = 0.07 for aml, and 16.8 (Kleinbaum and Klein: 16.79) for the remission data.
    @Test func logRankAsPublished() {
        let aml = LogRankTest(
            AMLStudy.all, groups: [Int](repeating: 0, count: 11) + [Int](repeating: 1, count: 12), groupCount: 2)
        #expect(abs(aml.chiSquare - 3.396) < 5e-4 && abs(aml.pValue - 0.0653) < 5e-4)
        let both = SurvivalOutcome(times: remission.times + placebo.times, events: remission.events + placebo.events)
        let arms = [Int](repeating: 0, count: 21) + [Int](repeating: 1, count: 21)
        let test = LogRankTest(both, groups: arms, groupCount: 2)
        #expect(abs(test.chiSquare - 16.79) < 5e-3)
        #expect(abs(test.groups[0].expected - 19.26) < 0.01)
    }

    @Test func zeroCountsAsHalfOfTheSmallest() {
        #expect(SurvivalOutcome(times: [0, 1, 3], events: [true, true, false]).times == [0.5, 1, 3])
    }

    @Test func retentionOfCohorts() {
        let groups = [Int](repeating: 0, count: 11) + [Int](repeating: 1, count: 12)
        let table = RetentionTable(AMLStudy.all, groups: groups, names: ["维持", "对照", "空"], times: [12, 100])
        #expect(table.cohorts.map(\.name) == ["维持", "对照"])
        #expect(abs(table.cohorts[0].retained[0]!.value - 10.0 / 11) < 1e-12)
        #expect(table.cohorts[1].retained[1] == nil)
        #expect(table.difference.degrees == 1)
    }
}
