import Kernel
import SQL
import Testing

@testable import Retention
@testable import Shell

struct MetricFactTests {
    private static let staff = "工号,姓名,部门,入职日期\n1,甲,总部,2020-01-01\n2,乙,总部,2020-01-01\n3,丙,总部,2020-01-01\n"

    /// Weekly values, the last on 14 June 2026; each case gives last, change and run by hand.
    @Test(arguments: [
        ([5, 5, 5, 5, 8, 8, 8, 8], 8.0, 3.0, 3.0),
        ([9, 9, 9, 9, 9, 9, 9, 9], 9, 0, 7),
        ([1, 2, 3, 4, 5, 6, 7, 8], 8, 4, 0),
        ([8, 7, 6, 5, 4, 3, 2, 9], 9, -2, 0),
        ([8, 7, 6, 5, 4, 3, 2, 1], 1, -4, 7),
    ])
    func whatFollowsFromWeeks(_ values: [Double], _ last: Double, _ change: Double, _ flat: Double) async throws {
        try await Population.with { company in
            try await company.bring(Self.staff)
            try await company.metric("sales")
            let day = iso("2026-06-14")
            var items: [FactItem] = []
            for (week, value) in values.enumerated() {
                let on = day - 7 * (values.count - 1 - week)
                items.append(
                    FactItem(metric: "sales", subject: "1", day: on.iso, value: value, known: on.iso))
            }
            items.append(FactItem(metric: "sales", subject: "2", day: day.iso, value: 4, known: day.iso))
            try await company.send(items)
            let snapshot = try await company.snapshot(day)
            let (one, two) = (try await company.person("1").rawValue, try await company.person("2").rawValue)
            let three = try await company.person("3").rawValue
            #expect(snapshot.value("m_sales_last", of: one) == last)
            #expect(snapshot.value("m_sales_change", of: one) == change)
            #expect(snapshot.value("m_sales_flat", of: one) == flat)
            // One value is no change and no standstill; none is unknown.
            #expect(snapshot.value("m_sales_last", of: two) == 4)
            #expect(snapshot.value("m_sales_change", of: two) == nil)
            #expect(snapshot.value("m_sales_flat", of: two) == nil)
            #expect(snapshot.value("m_sales_last", of: three) == nil)
            // Stale after five weeks.
            #expect(try await company.snapshot(day + 34).value("m_sales_last", of: one) == last)
            #expect(try await company.snapshot(day + 35).value("m_sales_last", of: one) == nil)
        }
    }

    @Test(arguments: Engine.all) func theLaterRecordCounts(_ engine: Engine) async throws {
        try await Population.with(engine) { company in
            try await company.bring(Self.staff)
            let metric = try await company.metric("sales")
            let (day, person) = (company.today - 5, try await company.person("1").rawValue)
            func item(_ value: Double) -> [FactItem] {
                [FactItem(metric: "sales", subject: "1", day: day.iso, value: value)]
            }
            try await company.move(to: day)
            #expect(try await company.send(item(1)) == ImportCounts(created: 1))
            #expect(try await company.send(item(1)) == ImportCounts(unchanged: 1))
            #expect(try await company.send(item(2)) == ImportCounts(updated: 1))
            try await company.move(to: day + 3)
            #expect(try await company.send(item(3)) == ImportCounts(created: 1))
            #expect(try await company.send(item(3)) == ImportCounts(unchanged: 1))
            // Back to the first value: that is a correction too.
            try await company.move(to: day + 4)
            #expect(try await company.send(item(2)) == ImportCounts(created: 1))
            try await company.database.read { tx in
                func known(_ on: Day) throws -> [Double] {
                    try Metrics.values(of: metric.id, subject: person, through: on, tx).map(\.value)
                }
                #expect(try known(day - 1) == [])
                #expect(try known(day) == [2])
                #expect(try known(day + 2) == [2])
                #expect(try known(day + 3) == [3])
                #expect(try known(day + 9) == [2])
                #expect(
                    try Metrics.latest(of: person, through: day + 3, tx).map(\.value) == [
                        MetricValue(day: day, value: 3)
                    ])
                let row = try #require(try MetricRow.all(tx).first)
                #expect(row.lastDay == day && row.lastCount == 1 && row.valueCount == 3)
                #expect(abs((row.coverage ?? 0) - 1.0 / 3) < 1e-9)
            }
        }
    }

    /// History that was known at its time, brought in later, is measured again where snapshots stand.
    @Test func historyCompletesSnapshots() async throws {
        try await Population.with { company in
            try await company.bring(Self.staff)
            try await company.metric("sales")
            try await company.run(SnapshotJob.job)
            let (catalogue, last, person) = (
                FactCatalogue(company.house), company.today - 1, try await company.person("1").rawValue
            )
            let end = last.adding(months: -1).month.lastDay
            try await company.send([
                FactItem(metric: "sales", subject: "1", day: (end - 2).iso, value: 7, known: (end - 2).iso)
            ])
            let due = try await company.database.read { tx in try Snapshots.due(catalogue, through: last, tx) }
            #expect(due.contains { $0.day == end } && !due.contains { $0.day < end - 2 })
            try await company.run(SnapshotJob.job)
            let snapshot = try await company.database.read { tx in try Snapshots.load(.employees, end, tx) }
            #expect(snapshot?.value("m_sales_last", of: person) == 7)
        }
    }
}
