import Kernel
import Organization
import Retention

/// What was talked about with people who leave and people who stay, from the seed of the company and what happened in it.
///
/// None of it is a fact anybody forecasts with: exit interviews come after the notice, and stay interviews know nothing of
/// who will leave later.
struct ShowcaseTalks: Sendable {
    struct Exit: Sendable, Hashable {
        let person: Int
        /// The place of the separation; nil where it was undone.
        let separation: Int?
        let held: Day
        let holder: String
        let decision: ExitInterview.Decision
        var wouldReturn: ExitInterview.Return?
        /// The main one first, each once.
        let reasons: [SeparationReason]
        var keptBy: String?
        var improve: String?
        var remark: String?
    }

    struct Stay: Sendable, Hashable {
        let person: Int
        let held: Day
        let holder: String
        let outlook: StayInterview.Outlook
        var followUp: Day?
        var followedUp: Day?
        let answers: [Answer]

        struct Answer: Sendable, Hashable {
            let question: StayInterview.Question
            let text: String
        }
    }

    struct Rehire: Sendable, Hashable {
        let person: Int
        let eligibility: RehireDecision.Eligibility
        let reason: String
        let decided: Day
    }

    /// Shares of what is held or said.
    enum Share {
        static let resigned = 0.8
        static let contractEnded = 0.45
        /// Interviews after which somebody stayed, to every resignation.
        static let retained = 0.05
        /// Stay interviews a year, to everybody employed.
        static let stay = 0.06
        static let decided = 0.75
    }

    /// Each in the order of days.
    private(set) var exits: [Exit] = []
    private(set) var stays: [Stay] = []
    private(set) var rehires: [Rehire] = []

    init(_ company: ShowcaseCompany) {
        let office = ShowcaseOffice(company)
        // Streams of their own, so that talks move nothing else.
        let dice = Dice(seed: company.seed)
        leave(company, office, dice.split(-1))
        keep(company, office, dice.split(-2))
        ask(company, office, dice.split(-3))
        judge(company, dice.split(-4))
        exits.sort { ($0.held, $0.person) < ($1.held, $1.person) }
        stays.sort { ($0.held, $0.person) < ($1.held, $1.person) }
        rehires.sort { ($0.decided, $0.person) < ($1.decided, $1.person) }
    }

    // MARK: Exit interviews

    /// Talks with those who gave notice. Of those who are still there every fourth waits for one, and the others are at
    /// different points.
    private mutating func leave(_ company: ShowcaseCompany, _ office: ShowcaseOffice, _ dice: Dice) {
        var underNotice = 0
        for (place, separation) in company.separations.enumerated()
        where ExitInterview.reasons.contains(separation.reason) {
            var own = dice.split(place)
            var decision = ExitInterview.Decision.leaves
            if separation.last >= company.today {
                guard separation.notice < company.today else { continue }
                underNotice += 1
                guard underNotice % 4 != 0 else { continue }
                decision = [.open, .leaves, .retained][(underNotice - 1) % 4]
            } else {
                let share = separation.kind == .voluntary ? Share.resigned : Share.contractEnded
                guard own.happens(share) else { continue }
            }
            let latest = min(separation.last, company.today)
            let held = Self.workday(
                separation.notice + own.below(max(1, latest - separation.notice + 1)), from: separation.notice)
            let reasons = Self.reasons(separation, &own)
            let person = company.employments[separation.employment].person
            var exit = Exit(
                person: person, separation: place, held: held, holder: office.holder(on: held, with: person, &own),
                decision: decision, reasons: reasons)
            let wouldReturn: ExitInterview.Return? = own.weighted([(38, .yes), (34, .maybe), (14, .no), (14, nil)])
            if decision == .leaves { exit.wouldReturn = wouldReturn }
            Self.say(&exit, &own)
            exits.append(exit)
        }
    }

    /// Mostly what the separation says; beside it what else played a part.
    private static func reasons(_ separation: ShowcaseSeparation, _ dice: inout Dice) -> [SeparationReason] {
        let causes = separation.causes.flatMap(\.reasons)
        var main = separation.reason
        if main.kind == .voluntary, dice.happens(0.15) { main = dice.pick(causes.isEmpty ? usual : causes) }
        var reasons = [main]
        for reason in causes where !reasons.contains(reason) && reasons.count < 3 && dice.happens(0.4) {
            reasons.append(reason)
        }
        let further = dice.pick(usual)
        if dice.happens(0.2), !reasons.contains(further) { reasons.append(further) }
        return reasons
    }

    private static let usual: [SeparationReason] = [
        .career, .betterPay, .workload, .content, .culture, .family, .manager, .commute,
    ]

    private static func say(_ exit: inout Exit, _ dice: inout Dice) {
        let words = TalkWords.of(exit.reasons[0])
        let (keeps, improves, remarks) = (dice.happens(0.6), dice.happens(0.45), dice.happens(0.2))
        let (kept, better) = (dice.pick(words.kept), dice.pick(words.improve + TalkWords.improve))
        let remark = dice.pick(TalkWords.remarks)
        if keeps { exit.keptBy = kept }
        if improves { exit.improve = better }
        switch exit.decision {
        case .leaves: if remarks { exit.remark = remark }
        case .open: exit.remark = "本人表示可以再考虑，约定最后工作日之前再谈一次。"
        case .retained: exit.remark = words.retained
        }
    }

    /// Talks after which somebody withdrew the notice: that separation was undone, and they work here still.
    private mutating func keep(_ company: ShowcaseCompany, _ office: ShowcaseOffice, _ dice: Dice) {
        var own = dice
        let leavers = company.separations.count { $0.kind == .voluntary && $0.last < company.today }
        let length = company.today - company.start
        var seen: Set<Int> = []
        for _ in 0..<Int((Double(leavers) * Share.retained).rounded(.up)) {
            let place = own.below(company.employments.count)
            let held = Self.workday(company.start + own.below(max(1, length)), from: company.start)
            let stretch = company.employments[place]
            let holder = office.holder(on: held, with: stretch.person, &own)
            let main = own.pick([.betterPay, .career, .workload, .manager, .commute] as [SeparationReason])
            guard stretch.last == nil, stretch.hired < held - 180, held < company.today, seen.insert(place).inserted
            else { continue }
            var exit = Exit(
                person: stretch.person, separation: nil, held: held, holder: holder, decision: .retained,
                reasons: [main])
            Self.say(&exit, &own)
            exits.append(exit)
        }
    }

    // MARK: Stay interviews

    private mutating func ask(_ company: ShowcaseCompany, _ office: ShowcaseOffice, _ dice: Dice) {
        let length = min(365, company.today - company.start)
        for (place, stretch) in company.employments.enumerated() {
            var own = dice.split(place)
            guard own.happens(Share.stay) else { continue }
            let first = company.today - length
            let held = Self.workday(first + own.below(length), from: first)
            // Nobody is asked in the first months, nor once they leave.
            guard held >= stretch.hired + 90, stretch.last.map({ held < $0 - 45 }) ?? true else { continue }
            let outlook: StayInterview.Outlook = own.weighted([(60, .stays), (30, .unsure), (10, .leaving)])
            let questions = StayInterview.Question.allCases.filter { $0 == .support || own.happens(0.75) }
            var stay = Stay(
                person: stretch.person, held: held, holder: office.holder(on: held, with: stretch.person, &own),
                outlook: outlook,
                answers: questions.map { .init(question: $0, text: own.pick(TalkWords.answers($0, outlook))) })
            if own.happens(outlook == .stays ? 0.3 : 0.85) {
                let day = held + 28 + own.below(21)
                let done = day + own.below(5)
                stay.followUp = day
                if done <= company.today, own.happens(0.85) { stay.followedUp = done }
            }
            stays.append(stay)
        }
    }

    // MARK: Hiring again

    private mutating func judge(_ company: ShowcaseCompany, _ dice: Dice) {
        let returned = Set(company.employments.compactMap(\.previous))
        for (place, separation) in company.separations.enumerated() where separation.last < company.today {
            var own = dice.split(place)
            let isDecided = own.happens(Share.decided)
            let decided = min(company.today, separation.last + own.below(6))
            let found = TalkWords.rehire(separation.reason, &own)
            // Whoever came back was welcome.
            guard isDecided, found.eligibility != .not || !returned.contains(separation.employment) else { continue }
            rehires.append(
                Rehire(
                    person: company.employments[separation.employment].person, eligibility: found.eligibility,
                    reason: found.reason, decided: decided))
        }
    }

    /// The day, or the Friday before a weekend.
    private static func workday(_ day: Day, from first: Day) -> Day {
        max(first, day - max(0, day.weekday.rawValue - 5))
    }
}

extension Planted.Effect {
    /// What people say who leave because of it.
    fileprivate var reasons: [SeparationReason] {
        switch self {
        case .lowTraining: [.career, .content]
        case .lowMentor, .newManager: [.manager]
        case .flatSales, .lowPay: [.betterPay]
        case .newcomer: [.content]
        case .longCommute: [.commute]
        case .overtime: [.workload]
        case .contractEnds: [.career]
        case .longService, .branch: []
        }
    }
}
