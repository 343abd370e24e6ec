import Foundation
import Kernel
import SQL
import Synchronization
import Testing

@testable import Organization
@testable import Shell

/// What is kept between requests is what would be counted now, for everybody what they may see, and not without end.
struct StaffFiguresTests {
    private static let head = "工号,姓名,部门,直属上级,入职日期,离职日期,手机号,工作邮箱,身份证号,性别\n"
    private static let first =
        head + "1,甲,总部,,2020-01-01,,13800000001,a@x.cn,11010519491231002X,男\n"
        + "2,乙,总部/客服部,1,2020-01-01,,13800000001,a@x.cn,,\n3,丙,,1,2020-01-01,,,,,\n"
        + "4,丁,总部,,2020-01-01,2024-01-01,,,,\n"
    private static let second = head + "5,戊,,1,2026-06-01,,13800000002,,,\n6,己,总部/客服部,1,2026-06-01,,,,,\n"

    /// Everything a page takes from the shelf.
    private struct Shown: Equatable {
        let quality: [QualityBoard]
        let directory: DirectoryPage
        let headcount: HeadcountBoard
        let units: [UnitNode]

        init(_ viewer: Viewer, _ figures: StaffFigures, _ tx: Transaction) throws {
            let today = Company.today
            let checks: [QualityCheck?] = [nil, .unitMissing, .phoneShared, .identityMissing]
            quality = try checks.map { check in
                try QualityBoard.load(check, limit: 2, today: today, as: viewer, figures, tx)
            }
            var filter = DirectoryFilter()
            filter.status = .all
            directory = try Directory.page(filter, asOf: today, limit: 3, as: viewer, figures, tx)
            headcount = try HeadcountBoard.load(through: today, as: viewer, figures, tx)
            units = try UnitStore.tree(asOf: today, as: viewer, figures, tx)
        }
    }

    @Test(arguments: Engine.all) func keptIsWhatIsTrueForEachViewer(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            let figures = StaffFigures()
            for file in [Self.first, Self.second] {
                try await company.bring(file)
                let (lead, care) = (try await company.person("1"), try await company.unit("总部/客服部").rawValue)
                let roles: [BuiltinRole] = [.hr, .auditor, .payroll, .manager, .employee, .administrator, .executive]
                let viewers = roles.flatMap { role in
                    [Company.viewer(role), Company.viewer(role, lead), Company.viewer(role, lead, unit: care)]
                }
                try await company.database.read { tx in
                    // The second time everything is on the shelf.
                    for viewer in viewers + viewers {
                        let kept = try Shown(viewer, figures, tx)
                        let fresh = try Shown(viewer, StaffFigures(), tx)
                        #expect(kept == fresh, "\(viewer.name) \(viewer.grants)")
                    }
                }
            }
        }
    }

    /// The counts of a list are the counts of its people one by one.
    @Test(arguments: Engine.all) func countsAreThoseOfEachRecord(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            try await company.bring(Self.first)
            try await company.bring(Self.second)
            try await company.database.read { tx in
                let viewer = Company.viewer(.hr)
                let board = try QualityBoard.load(nil, today: Company.today, as: viewer, StaffFigures(), tx)
                var counts: [QualityCheck: Int] = [:]
                var people = 0
                let everybody = try tx.rows("select id from people") { row in try row.value(ID<Person>.self) }
                for person in everybody {
                    let found = try QualityBoard.findings(about: person, today: Company.today, as: viewer, tx)
                    for check in found { counts[check, default: 0] += 1 }
                    people += found.isEmpty ? 0 : 1
                }
                #expect(Dictionary(uniqueKeysWithValues: board.counts.map { ($0.check, $0.people) }) == counts)
                #expect(board.people == people && board.checked == 6)
            }
        }
    }

    /// In a large company the last figure is shown with its time until it has been counted again.
    @Test(arguments: Engine.all) func olderFiguresSayTheirTime(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            try await company.bring(Self.first)
            let (figures, viewer, house) = (StaffFigures(large: 0), Company.viewer(.hr), company.house)
            let card = WorkbenchCard.organization(figures)
            let asked = WorkbenchQuestion(viewer: viewer, today: Company.today, house: house)
            @Sendable func board(_ tx: Transaction) throws -> Recent<QualityBoard> {
                try QualityBoard.recent(.unitMissing, today: Company.today, as: viewer, house, figures, tx)
            }
            let (before, figure) = try await company.database.read { tx in
                (try board(tx), try card.load(asked, tx).figures.first { $0.code == "headcount" })
            }
            #expect(before.since == nil && before.figure.rows.map(\.number) == ["3"])
            #expect(figure?.value == 3 && figure?.note == nil)

            try await company.bring(Self.second)
            let (older, olderFigure) = try await company.database.read { tx in
                (try board(tx), try card.load(asked, tx).figures.first { $0.code == "headcount" })
            }
            #expect(older.since == house.now && older.figure.counts == before.figure.counts)
            #expect(olderFigure?.value == 3 && olderFigure?.note != nil)

            var (now, isTrue) = (older, false)
            for _ in 0..<500 where !isTrue {
                try await Task.sleep(for: .milliseconds(20))
                now = try await company.database.read { tx in try board(tx) }
                let figure = try await company.database.read { tx in
                    try card.load(asked, tx).figures.first { $0.code == "headcount" }
                }
                isTrue = now.since == nil && figure?.note == nil && figure?.value == 5
            }
            #expect(isTrue)
            let fresh = try await company.database.read { tx in
                try QualityBoard.load(.unitMissing, today: Company.today, as: viewer, StaffFigures(), tx)
            }
            #expect(now.figure == fresh && Set(fresh.rows.map(\.number)) == ["3", "5"])
        }
    }

    private final class Tally: Sendable {
        let count = Mutex(0)
    }

    @Test(arguments: Engine.all) func manyAskersCountOnce(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            try await company.bring(Self.first)
            let (figures, asks) = (StaffFigures(), Tally())
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<16 {
                    group.addTask {
                        try await company.database.read { tx in
                            try figures.figure("slow", tx) {
                                asks.count.withLock { $0 += 1 }
                                Thread.sleep(forTimeInterval: 0.05)
                                return 7
                            }
                        }
                    }
                }
                for try await figure in group { #expect(figure == 7) }
            }
            #expect(asks.count.withLock { $0 } == 1)
            // Who fails keeps nothing, and the next one asks again.
            try await company.database.read { tx in
                #expect(throws: Missing.self) { try figures.figure("fails", tx) { () -> Int in throw Missing() } }
                let figure = try figures.figure("fails", tx) { 8 }
                #expect(figure == 8)
            }
        }
    }

    private struct Block: SizedFigure, Sendable {
        var bytes: Int { 1_000_000 }
    }

    @Test func keepsWithinItsBounds() async throws {
        try await Company.with { company in
            let figures = StaffFigures()
            try await company.database.read { tx in
                for number in 0..<1_200 { _ = try figures.figure("small \(number)", tx) { number } }
                #expect(figures.size.count == 500)
                for number in 0..<40 { _ = try figures.figure("large \(number)", tx) { Block() } }
                #expect(figures.size.bytes <= 16_000_000 && figures.size.count > 10)
                // What was asked for last is still there.
                var isAsked = false
                _ = try figures.figure("large \(39)", tx) {
                    isAsked = true
                    return Block()
                }
                #expect(!isAsked)
            }
        }
    }
}
