import Kernel
import Testing

@testable import Shell

/// What is left of a grant whose role is given for less.
struct ReachTests {
    private static let people = Capability("people.read", Phrase(verbatim: ""))

    @Test(
        arguments: [
            (Reach.company, nil, .company), (.company, .company, .company), (.company, .line, .line),
            (.company, .oneself, .oneself), (.company, .aggregates, .aggregates), (.line, .line, .line),
            (.line, .oneself, nil), (.line, .mentees, nil), (.mentees, .line, nil), (.oneself, .line, .oneself),
            (.aggregates, .line, nil),
        ] as [(Reach, Reach?, Reach?)])
    func narrowing(_ reach: Reach, _ other: Reach?, _ left: Reach?) {
        #expect(Grant(Self.people, reach).narrowed(to: other)?.reach == left)
    }

    @Test func whatConcernsTheCompanyComesWholeOrNotAtAll() {
        for capability in [Capability.importData, .readAudit, .manageAccounts, .manageSettings, .readJobs] {
            #expect(Grant(capability, .company).narrowed(to: nil) != nil)
            #expect(Grant(capability, .company, unit: 5).narrowed(to: nil) == nil)
            #expect(Grant(capability, .company).narrowed(to: .line) == nil)
        }
        #expect(Grant(.analyse, .company, unit: 5).narrowed(to: nil) != nil)
    }

    @Test(
        arguments: [
            ([Grant(people, .company, classes: [.work])], Grant(people, .company, classes: [.work]), true),
            ([Grant(people, .company, classes: [.work])], Grant(people, .line, unit: 3, classes: [.work]), true),
            ([Grant(people, .company, classes: [.work])], Grant(people, .company, classes: [.pay]), false),
            ([Grant(people, .company, unit: 3)], Grant(people, .company), false),
            ([Grant(people, .company, unit: 3)], Grant(people, .company, unit: 4), false),
            ([Grant(people, .line, classes: [.work])], Grant(people, .company), false),
            ([Grant(people, .line, classes: [.work])], Grant(people, .line, classes: [.work]), true),
            (
                [Grant(people, .company, classes: [.work]), Grant(people, .company, classes: [.pay])],
                Grant(people, .company, classes: [.work, .pay]), true
            ), ([], Grant(people, .oneself, classes: [.pay]), true), ([], Grant(people, .aggregates), false),
        ] as [([Grant], Grant, Bool)])
    func covering(_ own: [Grant], _ other: Grant, _ isCovered: Bool) {
        #expect(Grant.all(own, cover: other) == isCovered)
    }
}
