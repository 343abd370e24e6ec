import Kernel
import Organization

/// Somebody at work in the simulation: one employment, with what changes about it from week to week.
struct Worker {
    /// The place of the employment.
    let employment: Int
    let person: Int
    let kind: EmploymentKind
    let hired: Day
    let probationEnd: Day?
    /// Of this person alone.
    var dice: Dice

    var unit: Int
    var job: Job
    var level: Int
    var city: City
    /// The rows that hold now.
    var assignment = 0
    var payRow = 0
    var contract: Int?
    var contractLast: Day?
    var contracts = 0
    /// Yuan a month.
    var pay = 0
    /// Hired or promoted.
    var advanced: Day
    var managerSince: Day?
    /// The last day worked, once notice was given.
    var last: Day?

    var habits: Habits

    var isSeller: Bool { job == .member(.sales) }

    /// Stays as far as anybody knows.
    var isStaying: Bool { last == nil }

    /// Where the pay stands between the least and the most of the post.
    var payPosition: Double {
        let band = job.pay
        return Double(pay - band.lowerBound) / Double(band.upperBound - band.lowerBound)
    }

    func isOnProbation(_ day: Day) -> Bool { probationEnd.map { day <= $0 } ?? false }
}

/// What the metrics of somebody are drawn from.
struct Habits {
    /// How well somebody is looked after, 0…1: training and mentoring have it in common.
    let support: Double
    var plateau: Double
    var training: Double
    let mentorBase: Double
    var mentorDrift = 0.0
    var isStalled: Bool
    /// Weeks in a row in which sales did not rise.
    var flatWeeks: Int
    /// Fen a week, where a quarter starts.
    let salesBase: Double
    var sales: Double
    var commute: Int
    let overtimeHabit: Double
    var overtime = 0.0

    init(isNew: Bool, city: City, _ dice: inout Dice) {
        let weak = city == .shenzhen ? 0.85 : 1.0
        support = dice.unit() * weak
        plateau = min(1, max(0.35, 0.69 + 0.32 * support + 0.12 * dice.normal()))
        training = isNew ? 0 : plateau
        mentorBase = 5.7 + 3.4 * support + 0.8 * dice.normal()
        // Whoever the rule applied to had mostly left before the first day.
        let isAtRisk = training < Planted.Rule.training && mentorBase < Planted.Rule.mentor
        isStalled = !isNew && dice.happens(isAtRisk ? Self.stillThere : 0.3)
        flatWeeks = isStalled ? 2 + dice.below(8) : 0
        salesBase = dice.between(2_000_000, 8_000_000).rounded()
        sales = (salesBase * (isNew ? 0.4 : dice.between(0.95, 1.2))).rounded()
        commute = Self.commute(city, &dice)
        overtimeHabit = dice.between(2, 46)
        overtime = overtimeHabit
    }

    /// How many of the founders with little support stand still, so that the first months are like the later ones.
    private static let stillThere = 0.06

    static func commute(_ city: City, _ dice: inout Dice) -> Int {
        let usual = city == .shenzhen ? 52.0 : 38.0
        return Int(min(110, max(8, usual + 17 * dice.normal())))
    }

    /// As it is reported.
    var mentor: Double { (min(10, max(0, mentorBase + mentorDrift)) * 10).rounded() / 10 }
    var completion: Double { (training * 100).rounded() / 100 }

    var isPoorlyTrained: Bool { completion < Planted.Rule.training }
    var isPoorlyMentored: Bool { mentor < Planted.Rule.mentor }
    var isFlat: Bool { flatWeeks >= Planted.Rule.flatWeeks }

    /// How many conditions of the rule apply.
    var conditions: Int { (isPoorlyTrained ? 1 : 0) + (isPoorlyMentored ? 1 : 0) + (isFlat ? 1 : 0) }
}

extension Habits {
    /// One week of a seller goes by.
    /// - Returns: the growth of sales.
    mutating func sell(opensQuarter: Bool, _ dice: inout Dice) -> Double {
        if training < plateau { training = min(plateau, training + dice.between(0.02, 0.09)) }
        if dice.happens(0.004) { plateau = min(1, plateau + 0.1) }
        mentorDrift = 0.9 * mentorDrift + 0.15 * dice.normal()
        isStalled = isStalled ? !dice.happens(0.03) : dice.happens(0.02)
        let before = sales
        let noise = dice.normal()
        if isStalled {
            // Nothing moves.
        } else if opensQuarter, sales > salesBase {
            sales = (salesBase * dice.between(0.9, 1)).rounded()
        } else {
            let usual = sales < 0.8 * salesBase ? 0.05 : 0.02
            sales = (sales * (1 + usual + 0.011 * noise)).rounded()
        }
        flatWeeks = sales <= before ? flatWeeks + 1 : 0
        return sales / before - 1
    }
}
