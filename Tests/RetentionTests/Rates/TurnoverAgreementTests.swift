import Kernel
import Testing

@testable import Organization
@testable import Retention

/// The chart and the list behind it agree, whatever is asked of whatever company.
@Suite struct TurnoverAgreementTests {
    private func questions(_ company: RandomCompany, _ seed: Int) -> [TurnoverQuestion] {
        let lengths = PeriodLength.allCases
        return TurnoverGrouping.allCases.enumerated().map { place, grouping in
            var question = TurnoverQuestion(through: company.today - 37 * ((seed + place) % 9))
            question.length = lengths[(seed + place) % lengths.count]
            question.grouping = grouping
            question.kind = LeaverKind.allCases[(seed + place) % LeaverKind.allCases.count]
            question.definition = TurnoverDefinition.allCases[seed % 3]
            question.unit = seed % 4 == 0 ? nil : company.spells.units[(seed + place) % 9].id
            return question
        }
    }

    @Test(arguments: 0..<30)
    func everyFigureIsTheLengthOfItsList(_ seed: Int) throws {
        let company = RandomCompany(seed: UInt64(seed))
        for question in questions(company, seed) {
            let sheet = company.sheet(on: question.through)
            let board = try TurnoverDesk().board(question, sheet)
            for row in board.rows {
                guard let count = row.count else { continue }
                let at = question.grouping == .time ? row.period.first.iso : row.key
                for part in TurnoverPart.allCases {
                    let list = try TurnoverList(TurnoverListQuestion(question, part, at: at), sheet)
                    #expect(
                        list.places.count == part.count(count, question.kind), "\(question) \(row.key) \(part)")
                    #expect(list.period == row.period)
                }
            }
        }
    }

    @Test(arguments: 0..<30)
    func groupsAddUpToTheWhole(_ seed: Int) throws {
        let company = RandomCompany(seed: UInt64(seed))
        for question in questions(company, seed) where question.grouping != .time {
            let board = try TurnoverDesk().board(question, company.sheet(on: question.through))
            // Rows of fewer than five are not there to be added up.
            guard let whole = board.whole.count, board.rows.allSatisfy({ $0.count != nil }) else { continue }
            let counts = board.rows.compactMap(\.count)
            #expect(counts.reduce(0) { $0 + $1.leavers } == whole.leavers, "\(question)")
            #expect(counts.reduce(0) { $0 + $1.opening } == whole.opening, "\(question)")
            #expect(counts.reduce(0) { $0 + $1.joiners } == whole.joiners, "\(question)")
            #expect(counts.reduce(0) { $0 + $1.closing } == whole.closing, "\(question)")
            #expect(counts.allSatisfy { $0.people >= SmallGroups.least })
            #expect(
                counts.allSatisfy { $0.leavers == $0.voluntary + $0.involuntary + $0.other + $0.unclassified })
            // H03 is a share of those who were there.
            #expect(counts.allSatisfy { $0.leavers <= $0.opening + $0.entered }, "\(question)")
        }
    }

    @Test(arguments: 0..<30)
    func theSlowWayCountsTheSame(_ seed: Int) throws {
        let company = RandomCompany(seed: UInt64(seed))
        let spans = company.spans
        for place in 0..<4 {
            var question = TurnoverQuestion(through: company.today - 50 * place)
            question.length = PeriodLength.allCases[(seed + place) % 3]
            let unit = place == 0 ? nil : (seed + place) % 9
            question.unit = unit.map { company.spells.units[$0].id }
            let sheet = company.sheet(on: question.through)
            let inside = unit.map { unit in
                Set(
                    sheet.tree.subtree(of: unit).enumerated().filter(\.element).map {
                        company.spells.units[$0.offset].id
                    })
            }
            let period = question.period
            let days = DayRange(period.first...period.last)
            let slow = try #require(StaffMovement(days, spans, in: inside))
            let tally = TurnoverTally(SpellGroups(sheet.view, .time, unit: unit, sheet.tree), period).counts[0]
            #expect(tally.opening == slow.opening, "\(question)")
            #expect(tally.joiners == slow.joiners, "\(question)")
            #expect(tally.leavers == slow.leavers, "\(question)")
            #expect(tally.closing == slow.closing, "\(question)")
        }
    }

    @Test(arguments: 0..<10)
    func cohortsAreTheJoinersOfTheirPeriod(_ seed: Int) throws {
        let company = RandomCompany(seed: UInt64(seed))
        let sheet = company.sheet(on: company.today)
        for length in PeriodLength.allCases {
            var question = TurnoverQuestion(through: company.today)
            question.length = length
            question.unit = seed % 2 == 0 ? nil : company.spells.units[seed % 9].id
            let table = try CohortTable(CohortQuestion(length, question.through, question.unit), sheet)
            for row in table.rows where row.key != TurnoverBoard.merged {
                let list = try TurnoverList(TurnoverListQuestion(question, .joiners, at: row.key), sheet)
                #expect(list.places.count == row.joiners)
            }
            let curves = try StayingCurves(CohortQuestion(length, question.through, question.unit), sheet)
            if let whole = table.whole { #expect(curves.curves.first?.people == whole.joiners) }
        }
    }

    /// Of a late batch a few have reached a day: neither its figure nor the whole less the others tells of them, on the
    /// page, in a file or as JSON.
    @Test(arguments: 0..<30)
    func noShareOfABatchIsOfAFew(_ seed: Int) throws {
        let company = RandomCompany(seed: UInt64(seed), people: 40 + seed)
        for length in PeriodLength.allCases {
            let day = company.today - 11 * (seed % 5)
            let table = try CohortTable(CohortQuestion(length, day, nil), company.sheet(on: day))
            for place in CohortTable.days.indices {
                let shown = table.rows.compactMap { $0.stayed[place]?.eligible }
                #expect(shown.allSatisfy { $0 == 0 || $0 >= SmallGroups.least })
                guard let whole = table.whole?.stayed[place] else { continue }
                let hidden = whole.eligible - shown.reduce(0, +)
                #expect(hidden == 0 || hidden >= SmallGroups.least, "\(length) \(place)")
            }
            for place in EarlyAttrition.windows.indices {
                let shown = table.rows.compactMap { $0.left[place]?.eligible }
                #expect(shown.allSatisfy { $0 == 0 || $0 >= SmallGroups.least })
            }
        }
    }
}
