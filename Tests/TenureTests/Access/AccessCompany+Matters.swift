import Forecast
import Kernel
import SQL

@testable import Organization
@testable import Retention
@testable import Shell

extension AccessCompany {
    /// The signal that has found everybody.
    static let signal = "s77"

    /// Everybody is measured, found by a signal, interviewed and scored, has contested something; and every text of it
    /// is unmistakable.
    static func tell(_ house: House, _ tx: Transaction) throws {
        var people: [(marked: MarkedPerson, id: Int64)] = []
        for marked in MarkedPerson.everybody {
            people.append((marked, try person(marked.number, tx).rawValue))
        }
        try measure(people, house, tx)
        try signal(people, house, tx)
        try talk(people, house, tx)
        try score(people, house, tx)
        try tx.execute(
            """
            insert into turnover_benchmarks (id, name, year, kind, definition, rate, source)
            values (\(try tx.newIDs(1).lowerBound), 'Others', 2025, 'all', 'opening', 120000000, 'A survey')
            """)
    }

    /// Every value on a day of its own, so that no mean shows it.
    private static func measure(
        _ people: [(marked: MarkedPerson, id: Int64)], _ house: House, _ tx: Transaction
    ) throws {
        let metric = Retention.Metric(
            id: try tx.newID(), code: "marked", name: Phrase(zh: "走访客户", en: "Visits"), unit: .count, grain: .month,
            purpose: Phrase(zh: "安排辅导", en: "To offer coaching"), basis: .employment, audience: .work,
            better: .higher)
        try Retention.Metrics.put(metric, tx)
        for (marked, id) in people {
            let day = (house.today - 3 - marked.index).number
            try tx.execute(
                """
                insert into metric_values (metric_id, day, subject_id, known_on, value)
                values (\(metric.id), \(day), \(id), \(day), \(marked.measured))
                """)
        }
        try tx.execute(
            """
            insert into metric_figures (metric_id, last_day, last_count, value_count)
            values (\(metric.id), \((house.today - 3).number), 1, \(people.count))
            """)
        try Snapshots.take(.employees, house.today - 1, FactCatalogue(house), at: house.now, tx)
    }

    private static func signal(
        _ people: [(marked: MarkedPerson, id: Int64)], _ house: House, _ tx: Transaction
    ) throws {
        // One that HR and managers are told about, and one about pay, which they are not.
        let known = (FieldClass.work, signal, "Visits")
        for (audience, code, name) in [known, (.pay, "s78", "Commission")] {
            try SignalRegister.add(
                [
                    Signal(
                        code: code, version: 1, name: Phrase(verbatim: name), fact: "m_marked_last",
                        rule: SignalRule(kind: .atLeast, threshold: 1), severity: .low,
                        purpose: Phrase(verbatim: "-"), basis: .employment, keptMonths: 24, audience: audience,
                        isActive: true)
                ], at: house.now, tx)
            for (marked, id) in people {
                let isOfPay = audience == .pay
                try tx.execute(
                    """
                    insert into signal_hits (id, signal, version, subject_id, day, value, last_value, is_withdrawn,
                        snoozed_until, snooze_reason)
                    values (\(try tx.newIDs(1).lowerBound), \(code), 1, \(id), \(house.today - 1),
                        \(isOfPay ? 1 : marked.measured), \(isOfPay ? 1 : marked.measured), 0, \(house.today + 3),
                        \(isOfPay ? marked.own(.pay) : marked.snoozeReason))
                    """)
            }
        }
        for (marked, id) in people {
            let contest = try tx.newIDs(1).lowerBound
            try tx.execute(
                """
                insert into contests (id, subject_id, matter, code, name_zh, name_en, value_zh, value_en, audience, words,
                    raised_at, due_on)
                values (\(contest), \(id), 'fact', 'm_marked_last', '走访客户', 'Visits', \("\(Int(marked.measured))"),
                    \("\(Int(marked.measured))"), 'work', \(marked.contestWords), \(house.now), \(house.today + 9))
                """)
            try tx.execute(
                """
                insert into excluded_facts (contest_id, fact, subject_id, starts_on)
                values (\(contest), 'm_marked_flat', \(id), \(house.today))
                """)
        }
    }

    private static func talk(
        _ people: [(marked: MarkedPerson, id: Int64)], _ house: House, _ tx: Transaction
    ) throws {
        let reason = ExitInterview.reasons.first?.rawValue ?? ""
        for (marked, id) in people {
            let text = marked.interviewTexts
            let (exit, stay, rehire) = (
                try tx.newIDs(1).lowerBound, try tx.newIDs(1).lowerBound, try tx.newIDs(1).lowerBound
            )
            try tx.execute(
                """
                insert into exit_interviews (id, person_id, held_on, held_by, decision, kept_by, improve, remark,
                    account_id, recorded_at)
                values (\(exit), \(id), \(house.today - 9), 'HR', 'retained', \(text[0]), \(text[1]), \(text[2]), 0,
                    \(house.now))
                """)
            try tx.execute(
                "insert into exit_reasons (interview_id, reason, is_main) values (\(exit), \(reason), 1)")
            try tx.execute(
                """
                insert into stay_interviews (id, person_id, held_on, held_by, outlook, follow_up_on, remark, account_id,
                    recorded_at)
                values (\(stay), \(id), \(house.today - 8), 'HR', 'unsure', \(house.today + 5), \(text[3]), 0, \(house.now))
                """)
            try tx.execute(
                "insert into stay_answers (interview_id, question, answer) values (\(stay), 'doubts', \(text[4]))")
            try tx.execute(
                """
                insert into rehire_decisions (id, person_id, eligibility, reason, decided_on, account_id, recorded_at)
                values (\(rehire), \(id), 'eligible', \(text[5]), \(house.today - 7), 0, \(house.now))
                """)
        }
    }

    private static func score(
        _ people: [(marked: MarkedPerson, id: Int64)], _ house: House, _ tx: Transaction
    ) throws {
        let day = house.today - 1
        var report = ModelReport(
            scheme: .people, snapshots: 1, firstSnapshot: day, lastSnapshot: day, rows: people.count,
            people: people.count, leavers: 20, baseRate: 0.2, censored: 0, announced: 0, seed: 1, shares: .usual)
        report.leaves = [
            .init(rule: Phrase(zh: "全部人员", en: "Everybody"), share: 0.2, people: people.count, leavers: 20, margin: 0)
        ]
        report.calibration = [0.1, 0.3].map { share in
            .init(count: 20, predicted: share, observed: .init(share, low: share - 0.1, high: share + 0.1))
        }
        let fact = ModelFact(
            code: "m_marked_last", name: Phrase(zh: "走访客户", en: "Visits"), unit: nil, kind: .integer, levels: [],
            median: 3, audience: .work)
        let trained = TrainedModel(
            verdict: .predicts, report: report, facts: [fact], file: nil, tree: nil,
            cases: people.map {
                PastCase(leaf: 0, subject: $0.id, day: day - 90, probability: $0.marked.probability, leftOn: nil)
            })
        let model = try RiskModels.keep(trained, of: "employees", on: house.today, house, tx).id
        let run = try tx.newID(RiskRun.self)
        try tx.execute(
            """
            insert into risk_runs (id, programme, model_id, day, made_at, tiers, risen, missing, drift, is_complete)
            values (\(run), 'employees', \(model), \(day), \(house.now), \("0,0,0,0,0,\(people.count)"), 0, '[]', '[]', 1)
            """)
        for (place, (marked, id)) in people.enumerated() {
            let drivers = [
                DriverLine(
                    code: "m_marked_last", raises: true, sentence: Phrase(verbatim: marked.driver),
                    fieldClass: .work),
                DriverLine(
                    code: "pay_position", raises: true, sentence: Phrase(verbatim: marked.own(.pay)), fieldClass: .pay),
            ]
            let detail = ScoreDetail(
                base: -1.4, parts: [.init(fact: 0, amount: 1.9, value: Float(marked.measured))], rest: 0,
                changes: [.init(fact: 0, probability: 0.2)], leaf: 0)
            try tx.execute(
                """
                insert into risk_scores (run_id, subject_id, place, tier, probability, low, high, change, has_risen,
                    drivers, detail)
                values (\(run), \(id), \(place + 1), 5, \(marked.probability), 0.5, 0.7, 0.1, 1,
                    \(DriverLine.text(drivers)), \(detail.bytes))
                """)
            for months in [1, 0] {
                let past = day.adding(months: -months)
                try tx.execute(
                    """
                    insert into risk_history (subject_id, programme, period, day, probability, tier)
                    values (\(id), 'employees', \(past.month.firstDay), \(past), \(marked.probability), 5)
                    """)
            }
        }
        try tx.execute("update risk_programmes set run_id = \(run) where code = 'employees'")
    }
}
