import Kernel
import Testing

@testable import Organization

@Suite struct ContractTests {
    /// Art. 19: limits by day, once per employer, inside the term.
    @Test(arguments: [
        ("2026-01-01", "2028-12-31", "2026-06-30", []),
        ("2026-01-01", "2028-12-31", "2026-07-01", ["probation_too_long"]),
        ("2026-01-01", "2028-12-30", "2026-02-28", []),
        ("2026-01-01", "2028-12-30", "2026-03-01", ["probation_too_long"]),
        ("2026-01-31", "2026-12-31", "2026-02-27", []),
        ("2026-01-31", "2026-12-31", "2026-02-28", ["probation_too_long"]),
        ("2026-01-01", "2026-03-30", "2026-01-31", ["probation_not_allowed"]),
    ])
    func probation(_ start: String, _ last: String, _ probationLast: String, _ codes: [String]) throws {
        let proposal = ProbationRules.Proposal(
            kind: .fixed, start: try day(start), contractLast: try day(last), probationLast: try day(probationLast))
        let findings = ProbationRules.findings(proposal)
        #expect(findings.map(\.code) == codes)
        if !codes.isEmpty {
            let refusal = try #require(LawRefusal(findings))
            #expect(refusal.explanation.zh.contains("《劳动合同法》第19条"))
        }
    }

    @Test func probationTwiceOrPartTime() throws {
        var proposal = ProbationRules.Proposal(
            kind: .openEnded, start: try day("2026-01-01"), probationLast: try day("2026-03-31"))
        #expect(ProbationRules.findings(proposal).isEmpty)
        proposal.earlierProbation = try day("2024-03-31")
        #expect(ProbationRules.findings(proposal).map(\.code) == ["probation_twice"])
        proposal.employmentKind = .part
        #expect(ProbationRules.findings(proposal).map(\.article).first == .contractLaw("70"))
    }

    @Test func signing() throws {
        let hired = try day("2026-01-31")
        #expect(SigningRules.deadline(hired: hired) == (try day("2026-02-27")))
        #expect(
            SigningRules.finding(hired: hired, signed: nil, asOf: try day("2026-02-10"))?.code == "contract_unsigned")
        #expect(
            SigningRules.finding(hired: hired, signed: nil, asOf: try day("2026-03-10"))?.code == "contract_signed_late"
        )
        #expect(
            SigningRules.finding(hired: hired, signed: nil, asOf: try day("2027-01-31"))?.code
                == "contract_deemed_open_ended")
        #expect(SigningRules.finding(hired: hired, signed: try day("2026-02-27"), asOf: try day("2027-01-31")) == nil)
    }

    @Test(
        arguments: [
            (91, nil), (90, .in90Days), (61, .in90Days), (60, .in60Days), (30, .in30Days), (0, .in30Days),
            (-1, .workingOn),
            (-24, .workingOn), (-25, ContractNotice.renewNow),
        ] as [(Int, ContractNotice?)])
    func notices(_ daysLeft: Int, _ notice: ContractNotice?) throws {
        let last = try day("2026-12-31")
        #expect(ContractNotice(last: last, on: last - daysLeft) == notice)
        if let notice { #expect(ContractNotice(last: last, on: notice.day(last: last)) == notice) }
    }

    @Test func renewalOutlook() throws {
        let inputs = Compensation.Inputs(
            start: try day("2020-01-01"), lastDay: try day("2025-12-31"), averagePay: Money(yuan: 10_000),
            localAverage: Money(yuan: 12_000), localMinimum: Money(yuan: 2_740), basis: .plusMonth)
        let first = try RenewalOutlook(after: .init(fixedTerms: 1, continuousYears: 6), ending: inputs)
        #expect(first.duty == nil)
        #expect(first.options.last?.cost?.total == Money(yuan: 60_000))
        let second = try RenewalOutlook(after: .init(fixedTerms: 2, continuousYears: 6), ending: inputs)
        #expect(second.duty == .secondFixedTerm)
        #expect(second.options.last?.cost?.total == Money(yuan: 120_000))
        #expect(second.options.first?.findings.map(\.code) == ["open_ended_due"])
    }

    @Test func compensationSaysWhatItDoesNotKnow() throws {
        let unknown = try Compensation(
            Compensation.Inputs(
                start: try day("2006-01-01"), lastDay: try day("2025-12-31"), averagePay: Money(yuan: 10_000),
                basis: .plain))
        #expect(unknown.cautions.count == 3)
        #expect(throws: CompensationRefusal.lastMonthPayMissing) {
            try Compensation(
                Compensation.Inputs(
                    start: try day("2020-01-01"), lastDay: try day("2025-12-31"), averagePay: .zero, basis: .plusMonth))
        }
    }

    @Test func articlesAreCitedAsInChinese() {
        #expect(LawArticle.contractLaw("46(5)").name.zh == "《劳动合同法》第46条第5项")
        #expect(EndingGround.seriousBreach.article.name.zh == "《劳动合同法》第39条第2至6项")
        #expect(EndingGround.expiryNotRenewed.article.name.zh == "《劳动合同法》第44条第1项、第46条第5项")
    }

    @Test func protection() throws {
        #expect(ProtectionGround.finding([.motherhood], ending: .incompetent)?.article == .contractLaw("42"))
        #expect(ProtectionGround.finding([.motherhood], ending: .seriousBreach) == nil)
        let retirement = try #require(Month(iso: "2030-06"))
        #expect(ProtectionGround.protectsLongService(years: 15, retirement: retirement, on: try day("2025-07-01")))
        #expect(!ProtectionGround.protectsLongService(years: 15, retirement: retirement, on: try day("2025-06-30")))
    }
}
