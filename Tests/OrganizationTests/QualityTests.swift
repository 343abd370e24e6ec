import Kernel
import Testing

@testable import Organization

@Suite struct QualityTests {
    /// Nothing to be said about this person.
    static func clean() throws -> PersonFacts {
        var facts = PersonFacts()
        facts.number = "1001"
        facts.hireDay = try day("2024-03-01")
        facts.birthday = try day("1990-03-07")
        facts.gender = .male
        facts.identityBirthday = facts.birthday
        facts.identityGender = .male
        facts.contractKind = .fixed
        facts.contractStart = facts.hireDay
        facts.contractLast = try day("2027-02-28")
        facts.firstSigned = try day("2024-03-01")
        facts.probationEnd = try day("2024-08-31")
        facts.confirmationDay = try day("2024-09-01")
        return facts
    }

    static let cases: [(QualityCheck, @Sendable (inout PersonFacts) throws -> Void)] = [
        (.hireDayMissing, { $0.hireDay = nil }), (.leftBeforeHired, { $0.lastDay = try day("2024-02-01") }),
        (.leftWithoutDay, { $0.isMarkedLeft = true }), (.leftWithoutSeparation, { $0.lastDay = try day("2025-01-01") }),
        (.unitMissing, { $0.hasUnit = false }), (.unitClosed, { $0.isUnitOpen = false }),
        (.positionMissing, { $0.hasPosition = false }), (.managerMissing, { $0.manager = .none }),
        (.managerLeft, { $0.manager = .left }), (.managerCircle, { $0.manager = .circular }),
        (.contractMissing, { $0.contractKind = nil }), (.contractUnsigned, { $0.firstSigned = nil }),
        (.contractExpired, { $0.contractLast = try day("2026-11-21") }),
        (.contractStartsLate, { $0.firstSigned = try day("2024-04-01") }),
        (.contractEndsBeforeStart, { $0.contractLast = try day("2024-02-01") }),
        (.probationTooLong, { $0.probationEnd = try day("2024-09-01") }), (.probationNotAllowed, { $0.kind = .intern }),
        (.probationEndBeforeHire, { $0.probationEnd = try day("2024-02-01") }),
        (.probationUnconfirmed, { $0.confirmationDay = nil }),
        (.confirmedBeforeHire, { $0.confirmationDay = try day("2024-02-01") }),
        (.identityMissing, { $0.hasIdentity = false }), (.identityUnreadable, { $0.isIdentityReadable = false }),
        (.identityBirthday, { $0.birthday = try day("1990-03-08") }), (.identityGender, { $0.gender = .female }),
        (.identityShared, { $0.othersWithIdentity = 1 }), (.phoneMissing, { $0.hasPhone = false }),
        (.phoneShared, { $0.othersWithPhone = 2 }), (.mailShared, { $0.othersWithMail = 1 }),
        (.birthdayImplausible, { $0.birthday = try day("1920-01-01") }),
        (.underAge, { $0.birthday = try day("2010-11-23") }),
        (.pastRetirement, { $0.birthday = try day("1965-01-01") }),
        (.bankAccountMissing, { $0.hasBankAccount = false }),
        (.emergencyContactMissing, { $0.hasEmergencyContact = false }),
        (.documentExpired, { $0.documentExpires = try day("2026-11-21") }),
        (.documentExpiring, { $0.documentExpires = try day("2027-01-21") }),
        (.hireDayImplausible, { $0.hireDay = try day("2028-03-01") }),
    ]

    @Test func everyCheckFindsItsCaseAndOnlyThen() throws {
        let today = try day("2026-11-22")
        #expect(QualityCheck.findings(in: try Self.clean(), on: today).isEmpty)
        #expect(Set(Self.cases.map(\.0)) == Set(QualityCheck.allCases))
        for (check, spoil) in Self.cases {
            var facts = try Self.clean()
            try spoil(&facts)
            #expect(check.applies(to: facts, on: today), "\(check)")
        }
    }

    /// Whoever left in the fourth month had a contract of three years; its early end makes no probation too long.
    @Test func aProbationIsJudgedByTheTermThatWasAgreed() throws {
        let today = try day("2026-11-22")
        var facts = try Self.clean()
        facts.lastDay = try day("2024-06-20")
        facts.hasSeparation = true
        facts.agreedLast = facts.contractLast
        facts.contractLast = facts.lastDay
        #expect(QualityCheck.findings(in: facts, on: today).isEmpty)
        facts.agreedLast = try day("2024-08-31")
        #expect(QualityCheck.probationTooLong.applies(to: facts, on: today))
        facts.contractKind = .openEnded
        facts.agreedLast = nil
        #expect(!QualityCheck.probationTooLong.applies(to: facts, on: today))
    }

    @Test func bounds() throws {
        var facts = try Self.clean()
        facts.birthday = try day("2010-11-22")
        #expect(!QualityCheck.underAge.applies(to: facts, on: try day("2026-11-22")))
        facts.isTop = true
        facts.manager = .none
        #expect(!QualityCheck.managerMissing.applies(to: facts, on: try day("2026-11-22")))
        facts = PersonFacts()
        facts.hireDay = try day("2026-01-31")
        #expect(!QualityCheck.contractMissing.applies(to: facts, on: try day("2026-02-27")))
        #expect(QualityCheck.contractMissing.applies(to: facts, on: try day("2026-02-28")))
    }

    @Test(arguments: QualityCheck.allCases)
    func words(_ check: QualityCheck) {
        #expect(check.name.zh != check.rawValue && check.name.zh.unicodeScalars.contains { $0.value > 0x4E00 })
        #expect(check.advice.zh.hasSuffix("。") && check.advice.en.hasSuffix("."))
    }
}
