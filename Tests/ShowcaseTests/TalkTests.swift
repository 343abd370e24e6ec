import Kernel
import Organization
import SQL
import Testing

@testable import Retention
@testable import Shell
@testable import Showcase

/// Interviews, checklists and contests of the demonstration company: plausible, the same for the same seed, and of no use
/// to a forecast.
struct TalkTests {
    private static func company(_ effect: ShowcaseEffect = .planted) -> ShowcaseCompany {
        ShowcaseCompany.generate(people: 600, months: 24, seed: 7, effect: effect)
    }

    @Test func sameSeedSameTalks() {
        let (one, other) = (ShowcaseTalks(Self.company()), ShowcaseTalks(Self.company()))
        #expect(one.exits == other.exits && one.stays == other.stays && one.rehires == other.rehires)
        #expect(ExitChecklist(Self.company()).lines == ExitChecklist(Self.company()).lines)
        #expect(ShowcaseContest.all(of: Self.company()) == ShowcaseContest.all(of: Self.company()))
    }

    @Test(arguments: ShowcaseEffect.allCases)
    func exitInterviewsFollowNotices(effect: ShowcaseEffect) {
        let company = Self.company(effect)
        let exits = ShowcaseTalks(company).exits
        var wrong: [String] = []
        for exit in exits {
            if exit.held > company.today { wrong.append("held on \(exit.held)") }
            if exit.holder.isEmpty { wrong.append("held by nobody") }
            if Set(exit.reasons).count != exit.reasons.count { wrong.append("\(exit.reasons)") }
            if !exit.reasons.allSatisfy(ExitInterview.reasons.contains) { wrong.append("\(exit.reasons)") }
            guard let place = exit.separation else {
                if exit.decision != .retained { wrong.append("nobody left, and nobody was retained") }
                continue
            }
            let separation = company.separations[place]
            if exit.held < separation.notice || exit.held > separation.last { wrong.append("\(exit.held)") }
            if separation.last < company.today, exit.decision != .leaves { wrong.append("gone, but \(exit.decision)") }
        }
        #expect(wrong == [])
        let resigned = company.separations.count { $0.kind == .voluntary }
        #expect((0.6...0.95).contains(Double(exits.count) / Double(resigned)))
        #expect(exits.contains { $0.decision == .retained && $0.separation == nil })
        #expect(exits.contains { $0.keptBy != nil } && exits.contains { $0.keptBy == nil })
        #expect(zip(exits, exits.dropFirst()).allSatisfy { $0.held <= $1.held })
    }

    /// Those who leave because of the way to work say so; nobody has a cause where nothing has any effect.
    @Test func reasonsFollowCauses() {
        let company = Self.company()
        var named = (far: (count: 0, all: 0), near: (count: 0, all: 0))
        for exit in ShowcaseTalks(company).exits {
            guard let separation = exit.separation.map({ company.separations[$0] }) else { continue }
            let isNamed = exit.reasons.contains(.commute) ? 1 : 0
            if separation.causes.contains(.longCommute) {
                named.far = (named.far.count + isNamed, named.far.all + 1)
            } else {
                named.near = (named.near.count + isNamed, named.near.all + 1)
            }
        }
        let far = Double(named.far.count) / Double(max(1, named.far.all))
        #expect(far > 0.3 && far > 3 * Double(named.near.count) / Double(max(1, named.near.all)), "\(named)")
        #expect(Self.company(.none).separations.allSatisfy { $0.causes.isEmpty })
    }

    @Test func stayInterviewsAreOfThoseWhoWork() {
        let company = Self.company()
        var stretches: [Int: [ShowcaseEmployment]] = [:]
        for stretch in company.employments { stretches[stretch.person, default: []].append(stretch) }
        let stays = ShowcaseTalks(company).stays
        #expect((15...80).contains(stays.count))
        for stay in stays {
            #expect(
                stretches[stay.person]?.contains { $0.hired <= stay.held && stay.held <= $0.last ?? .last } ?? false)
            #expect(stay.held <= company.today && !stay.answers.isEmpty)
            #expect(stay.followUp.map { $0 >= stay.held } ?? (stay.followedUp == nil))
            #expect(stay.followedUp.map { $0 <= company.today } ?? true)
        }
        #expect(Set(stays.map(\.outlook)).count == StayInterview.Outlook.allCases.count)
    }

    @Test func checklistsAreHalfDoneWhileSomebodyLeaves() {
        let company = Self.company()
        let lines = ExitChecklist(company).lines
        let leaving = lines.filter { company.separations[$0.separation].last >= company.today }
        #expect(leaving.contains { $0.done != nil } && leaving.contains { $0.done == nil && $0.due >= company.today })
        for line in lines {
            let separation = company.separations[line.separation]
            #expect(line.done.map { $0 <= company.today && $0 >= separation.notice } ?? true)
            if separation.last < company.today - 30 { #expect(line.done != nil) }
        }
    }

    /// Chinese is punctuated as Chinese.
    @Test func wordsAreWrittenWell() {
        let company = Self.company()
        let talks = ShowcaseTalks(company)
        let texts =
            talks.exits.flatMap { [$0.keptBy, $0.improve, $0.remark].compactMap { $0 } }
            + talks.stays.flatMap { $0.answers.map(\.text) } + talks.rehires.map(\.reason)
            + ShowcaseContest.all(of: company).flatMap { [$0.words] + [$0.answer?.words].compactMap { $0 } }
        #expect(Set(texts).count > 60)
        for text in Set(texts) {
            #expect(!text.contains { ",.?!:;()".contains($0) }, "\(text)")
            #expect(text.hasSuffix("。"), "\(text)")
        }
    }

    @Test(arguments: Engine.all)
    func pagesAreNotEmpty(engine: Engine) async throws {
        try await FilledHouse.with(engine) { it in
            let house = it.house
            let company = try await Showcase.fill(house, people: 600, months: 24, seed: 7)
            let talks = ShowcaseTalks(company)
            #expect(try await it.count("exit_interviews") == talks.exits.count)
            #expect(try await it.count("exit_reasons", where: "is_main = 1") == talks.exits.count)
            #expect(try await it.count("stay_interviews") == talks.stays.count)
            #expect(try await it.count("stay_answers") == talks.stays.reduce(0) { $0 + $1.answers.count })
            #expect(try await it.count("rehire_decisions") == talks.rehires.count)
            #expect(try await it.count("exit_tasks") == ExitChecklist(company).lines.count)
            let viewer = Viewer.program(house.capabilities)
            try await house.database.read { tx in
                let today = FilledHouse.today
                let board = try ReasonBoard.load(quarters: 8, allKinds: false, today: today, as: viewer, tx)
                #expect(board.interviewed > 50 && board.retained > 0 && board.lines.count > 5)
                for tab in InterviewsPage.Tab.allCases {
                    let rows = try InterviewsPage.rows(
                        tab, reason: nil, before: nil, limit: 50, as: viewer, today: today, tx)
                    #expect(!rows.isEmpty, "\(tab)")
                }
                for isAnswered in [false, true] {
                    let contests = try Contests.rows(
                        isAnswered: isAnswered, before: nil, limit: 10, as: viewer, house, tx)
                    #expect(contests.count == 1)
                    #expect(contests.allSatisfy { !$0.isOverdue(on: today) && $0.value != nil && !$0.isExcluded })
                }
                let facts = Set(try FactCatalogue(house).facts(tx).map(\.code))
                let contested = try tx.rows("select code from contests") { row in try row.value(String.self) }
                #expect(facts.isSuperset(of: contested))
            }
        }
    }
}
