import Kernel

extension QualityCheck {
    /// Whether it is the case at the end of that day. Each rule looks at a few columns only, so that a query can ask the
    /// same of everybody at once.
    package func applies(to facts: PersonFacts, on day: Day) -> Bool {
        let employed = facts.isEmployed(on: day)
        switch self {
        case .hireDayMissing: return facts.hireDay == nil
        case .hireDayImplausible:
            // Recorded far ahead, or before the person was sixteen; nobody started work before 1950.
            return facts.hireDay.map { hired in
                hired > day.adding(years: 1) || hired.year < 1950
                    || facts.birthday.map { $0.adding(years: 16) > hired } ?? false
            } ?? false
        case .leftBeforeHired: return facts.lastDay.flatMap { last in facts.hireDay.map { last < $0 } } ?? false
        case .leftWithoutDay: return facts.isMarkedLeft && facts.lastDay == nil
        case .leftWithoutSeparation: return facts.lastDay.map { $0 < day } ?? false && !facts.hasSeparation
        case .unitMissing: return employed && !facts.hasUnit
        case .unitClosed: return employed && facts.hasUnit && !facts.isUnitOpen
        case .positionMissing: return employed && !facts.hasPosition
        case .managerMissing: return employed && facts.manager == .none && !facts.isTop
        case .managerLeft: return employed && facts.manager == .left
        case .managerCircle: return employed && facts.manager == .circular
        case .contractMissing: return needsContract(facts, day, employed) && facts.contractKind == nil
        case .contractUnsigned:
            return needsContract(facts, day, employed) && facts.contractKind != nil
                && facts.firstSigned.map { $0 > day } ?? true
        case .contractExpired:
            return employed && facts.kind.needsWrittenContract && facts.contractLast.map { $0 < day } ?? false
        case .contractStartsLate:
            return facts.firstSigned.flatMap { signed in
                facts.hireDay.map { signed > SigningRules.deadline(hired: $0) }
            } ?? false && facts.kind.needsWrittenContract
        case .contractEndsBeforeStart:
            return facts.contractStart.flatMap { start in facts.contractLast.map { $0 < start } } ?? false
        default: return appliesToRest(facts, day, employed)
        }
    }

    private func appliesToRest(_ facts: PersonFacts, _ day: Day, _ employed: Bool) -> Bool {
        switch self {
        case .probationTooLong:
            guard let start = facts.hireDay, let end = facts.probationEnd, let months = legalMonths(facts), months > 0,
                let last = ProbationRules.lastDay(from: start, months: months)
            else { return false }
            return end > last
        case .probationNotAllowed: return facts.probationEnd != nil && legalMonths(facts) == 0
        case .probationEndBeforeHire:
            return facts.probationEnd.flatMap { end in facts.hireDay.map { end < $0 } } ?? false
        case .probationUnconfirmed:
            return employed && facts.confirmationDay == nil && facts.probationEnd.map { $0 < day } ?? false
        case .confirmedBeforeHire:
            return facts.confirmationDay.flatMap { confirmed in facts.hireDay.map { confirmed < $0 } } ?? false
        case .identityMissing: return employed && !facts.hasIdentity
        case .identityUnreadable: return facts.hasIdentity && !facts.isIdentityReadable
        case .identityBirthday:
            return facts.identityBirthday.flatMap { recorded in facts.birthday.map { $0 != recorded } } ?? false
        case .identityGender:
            return facts.identityGender.flatMap { recorded in
                facts.gender.map { $0 != recorded && $0 != .undisclosed }
            } ?? false
        case .identityShared: return facts.othersWithIdentity > 0
        case .phoneMissing: return employed && !facts.hasPhone
        case .phoneShared: return employed && facts.othersWithPhone > 0
        case .mailShared: return employed && facts.othersWithMail > 0
        case .birthdayImplausible:
            return facts.birthday.map { $0 > day || $0.adding(years: 100) < day } ?? false
        case .underAge:
            return employed && facts.birthday.map { $0 <= day && $0.adding(years: 16) > day } ?? false
        case .pastRetirement: return employed && facts.kind == .full && isPastRetirement(facts, day)
        case .bankAccountMissing: return employed && !facts.hasBankAccount
        case .emergencyContactMissing: return employed && !facts.hasEmergencyContact
        case .documentExpired: return employed && facts.documentExpires.map { $0 < day } ?? false
        case .documentExpiring:
            return employed && facts.documentExpires.map { $0 >= day && $0 <= day + 60 } ?? false
        default: return false
        }
    }

    /// A written contract is due one month after the hire day (art. 10).
    private func needsContract(_ facts: PersonFacts, _ day: Day, _ employed: Bool) -> Bool {
        employed && facts.kind.needsWrittenContract
            && facts.hireDay.map { day > SigningRules.deadline(hired: $0) } ?? false
    }

    /// The legal maximum; nil while the contract is not known and the kind of employment does not settle it.
    private func legalMonths(_ facts: PersonFacts) -> Int? {
        if !facts.kind.allowsProbation { return 0 }
        guard let kind = facts.contractKind, let start = facts.contractStart else { return nil }
        // Without an end a fixed term cannot be judged, and a renewal tells nothing about the first term.
        if kind == .fixed, facts.contractLast == nil { return nil }
        guard facts.hireDay.map({ start <= $0.adding(months: 1) }) ?? true else { return nil }
        // What was agreed counts, not when it ended: an open-ended contract may end early too.
        let last = facts.agreedLast ?? (kind == .fixed ? facts.contractLast : nil)
        let term = DayRange(start: start, end: last.map { $0 + 1 })
        return ProbationRules.limitMonths(kind, termMonths: term?.wholeMonths)
    }

    /// Women's former age depends on the post, which the record does not tell: the later of the two counts.
    private func isPastRetirement(_ facts: PersonFacts, _ day: Day) -> Bool {
        guard let birthday = facts.birthday, let gender = facts.gender, gender != .undisclosed else { return false }
        let age: RetirementAge = gender == .male ? .male : .female55
        return age.month(bornIn: birthday.month) < day.month
    }
}
