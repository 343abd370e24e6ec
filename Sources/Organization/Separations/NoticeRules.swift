import Kernel

/// Notice of either side, mass layoffs, and what is due when somebody leaves. Rules L-7, L-8, L-11.
package enum NoticeRules {
    /// Days of written notice an employee gives (arts. 37, rule L-7); the company's consent is not needed.
    package static func resignationDays(inProbation: Bool) -> Int { inProbation ? 3 : 30 }

    /// The first day on which a resignation has effect without the company agreeing to an earlier one.
    package static func earliestEnd(notice: Day, inProbation: Bool) -> Day {
        notice + resignationDays(inProbation: inProbation)
    }

    /// Whether an ending under art. 40 also costs a month's pay: when fewer than 30 days' notice were given.
    package static func owesPayInLieu(daysGiven: Int) -> Bool { daysGiven < 30 }

    /// What an ending on that ground costs, given the days of notice; nil for nothing.
    package static func basis(_ ground: EndingGround, daysGiven: Int) -> Compensation.Basis? {
        ground.allowsPayInLieu && owesPayInLieu(daysGiven: daysGiven) ? .plusMonth : ground.compensation
    }

    /// Whether the procedure of art. 41 applies: 20 people or more, or a tenth of the staff.
    package static func isMassLayoff(cut: Int, headcount: Int) -> Bool {
        cut >= 20 || (cut > 0 && cut * 10 >= headcount)
    }
}

/// Why somebody may not be dismissed under arts. 40 and 41. Labour Contract Law art. 42; rule L-8.
package enum ProtectionGround: String, Sendable, Hashable, Codable, CaseIterable {
    case occupationalExposure
    case workInjury
    case medicalPeriod
    case motherhood
    case longServiceNearRetirement

    package var name: Phrase {
        switch self {
        case .occupationalExposure:
            Phrase(zh: "接触职业病危害且未做离岗检查", en: "Exposed to occupational disease, no exit check yet")
        case .workInjury: Phrase(zh: "工伤或职业病丧失劳动能力", en: "Lost capacity by work injury or occupational disease")
        case .medicalPeriod: Phrase(zh: "在医疗期内", en: "Inside the medical period")
        case .motherhood: Phrase(zh: "在孕期、产期或哺乳期", en: "Pregnant, on maternity leave or nursing")
        case .longServiceNearRetirement:
            Phrase(zh: "连续工作满十五年且距退休不足五年", en: "15 years here and under 5 years to retirement")
        }
    }

    /// Whether long service protects on that day.
    package static func protectsLongService(years: Int, retirement: Month, on day: Day) -> Bool {
        years >= 15 && day < retirement.firstDay && day.month.distance(to: retirement) < 60
    }

    /// What stands against ending on that ground; nil when nothing does.
    package static func finding(_ grounds: [ProtectionGround], ending ground: EndingGround) -> LawFinding? {
        guard ground.isBarredForProtected, !grounds.isEmpty else { return nil }
        let names = Phrase.list(grounds.map(\.name))
        return LawFinding(
            code: "protected", weight: .breach, article: .contractLaw("42"),
            sentence: Phrase(
                zh: "该员工受保护（\(names.zh)），不得以“\(ground.name.zh)”为由解除劳动合同。请改用其他方式，例如协商一致。",
                en: "This person is protected (\(names.en)) and cannot be dismissed on the ground “\(ground.name.en)”. "
                    + "Take another way, such as an agreement."))
    }
}
