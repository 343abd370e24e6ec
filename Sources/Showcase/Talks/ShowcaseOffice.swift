import Kernel

/// Who holds interviews: those of human resources who were there on the day.
struct ShowcaseOffice {
    private struct Clerk {
        let person: Int
        let name: String
        let from: Day
        let until: Day
    }

    private let clerks: [Clerk]
    private static let name = Trade.staff.department

    init(_ company: ShowcaseCompany) {
        var isOffice: [Bool] = []
        for unit in company.units {
            isOffice.append(unit.name == Self.name || unit.parent.map { isOffice[$0] } ?? false)
        }
        clerks = company.assignments.lazy.filter { isOffice[$0.unit] }.map { post in
            let person = company.employments[post.employment].person
            return Clerk(
                person: person, name: company.people[person].name, from: post.start, until: post.end ?? .last)
        }
    }

    /// One of them, by chance; the department where none is found in a few tries.
    func holder(on day: Day, with person: Int, _ dice: inout Dice) -> String {
        guard !clerks.isEmpty else { return Self.name }
        for _ in 0..<12 {
            let clerk = dice.pick(clerks)
            if clerk.person != person, clerk.from <= day, day < clerk.until { return clerk.name }
        }
        return Self.name
    }
}
