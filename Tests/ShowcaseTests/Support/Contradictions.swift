import Kernel
import Organization

@testable import Showcase

/// Everything in the arrays of a company that cannot be true of any company.
enum Contradictions {
    static func found(in company: ShowcaseCompany) -> [String] {
        employments(company) + posts(company) + pay(company) + contracts(company) + separations(company)
            + values(company) + units(company)
    }

    private static func employments(_ company: ShowcaseCompany) -> [String] {
        var found: [String] = []
        var lasts: [Int: Day] = [:]
        for (place, stretch) in company.employments.enumerated() {
            let person = company.people[stretch.person]
            if person.birthday.adding(years: 18) > stretch.hired { found.append("\(person.number) is a child") }
            if let last = stretch.last, last < stretch.hired { found.append("\(person.number) left before coming") }
            if (stretch.previous != nil) != (lasts[stretch.person] != nil) { found.append("\(place): which before?") }
            if let before = lasts[stretch.person], before >= stretch.hired {
                found.append("\(person.number) is here twice")
            }
            lasts[stretch.person] = stretch.last ?? .last
            if let end = stretch.probationEnd {
                let confirmed = end < company.today && stretch.last.map { $0 > end } ?? true
                if (stretch.confirmed != nil) != confirmed { found.append("\(person.number): confirmed or not?") }
            }
        }
        return found
    }

    /// Posts follow each other without gap or overlap from the hire day to the last day, under somebody who works here.
    private static func posts(_ company: ShowcaseCompany) -> [String] {
        var found: [String] = []
        var lines: [Int: [ShowcaseAssignment]] = [:]
        for post in company.assignments { lines[post.employment, default: []].append(post) }
        var stretches: [Int: [ShowcaseEmployment]] = [:]
        for stretch in company.employments { stretches[stretch.person, default: []].append(stretch) }
        for (place, stretch) in company.employments.enumerated() {
            var next: Day? = stretch.hired
            for post in lines[place] ?? [] {
                if post.start != next { found.append("employment \(place): gap or overlap at \(post.start)") }
                if let end = post.end, end <= post.start { found.append("employment \(place): an empty post") }
                next = post.end
                let moments = [post.start, min(company.today, post.end.map { $0 - 1 } ?? .last)]
                for day in moments where day <= company.today && day >= post.start {
                    guard let manager = post.manager else { continue }
                    let works = stretches[manager]?.contains { $0.hired <= day && day <= $0.last ?? .last } ?? false
                    if !works { found.append("employment \(place): manager is not here on \(day)") }
                }
                if post.manager == stretch.person { found.append("employment \(place): own manager") }
            }
            if next != stretch.last.map({ $0 + 1 }) {
                found.append("employment \(place): ends otherwise than its post")
            }
        }
        return found
    }

    private static func pay(_ company: ShowcaseCompany) -> [String] {
        var found: [String] = []
        var lines: [Int: [ShowcasePay]] = [:]
        for rate in company.pay { lines[rate.employment, default: []].append(rate) }
        for (place, stretch) in company.employments.enumerated() {
            var next: Day? = stretch.hired
            for rate in lines[place] ?? [] {
                if rate.start != next { found.append("employment \(place): pay gap at \(rate.start)") }
                if rate.monthly <= .zero { found.append("employment \(place): no pay") }
                next = rate.end
            }
            if next != stretch.last.map({ $0 + 1 }) { found.append("employment \(place): pay ends otherwise") }
        }
        for post in company.assignments {
            let position = company.positions[post.position]
            for rate in lines[post.employment] ?? [] where rate.start <= post.start && rate.end ?? .last > post.start {
                if rate.monthly < position.payLeast || rate.monthly > position.payMost {
                    found.append("employment \(post.employment): pay outside the band of \(position.name)")
                }
            }
        }
        return found
    }

    private static func contracts(_ company: ShowcaseCompany) -> [String] {
        var found: [String] = []
        var lines: [Int: [ShowcaseContract]] = [:]
        for contract in company.contracts { lines[contract.employment, default: []].append(contract) }
        for (place, stretch) in company.employments.enumerated() {
            let contracts = lines[place] ?? []
            if contracts.isEmpty != (stretch.kind != .full) { found.append("employment \(place): contract missing") }
            for (one, other) in zip(contracts, contracts.dropFirst()) where one.last.map({ $0 + 1 }) != other.start {
                found.append("employment \(place): contracts do not follow")
            }
            guard let last = contracts.last else { continue }
            if contracts.first?.start != stretch.hired {
                found.append("employment \(place): contract starts otherwise")
            }
            if let end = last.last, end < min(stretch.last ?? .last, company.today) {
                found.append("employment \(place): works without a contract")
            }
            if contracts.contains(where: { $0.signed > company.today }) {
                found.append("employment \(place): not signed")
            }
        }
        return found
    }

    private static func separations(_ company: ShowcaseCompany) -> [String] {
        var found: [String] = []
        var seen: Set<Int> = []
        for separation in company.separations {
            let stretch = company.employments[separation.employment]
            if !seen.insert(separation.employment).inserted { found.append("\(separation.employment) left twice") }
            if separation.last != stretch.last { found.append("\(separation.employment): two last days") }
            if separation.notice > company.today || separation.notice > separation.last
                || separation.notice < stretch.hired
            {
                found.append("\(separation.employment): notice on \(separation.notice)")
            }
            if separation.reason == .probationNotPassed, stretch.probationEnd.map({ $0 < separation.last }) ?? true {
                found.append("\(separation.employment): not on probation")
            }
            if let ground = separation.ground, ground.kind != separation.kind {
                found.append("\(separation.employment): reason and ground differ")
            }
        }
        let ended = company.employments.count { $0.last != nil }
        if ended != company.separations.count { found.append("\(ended) ended, \(company.separations.count) told") }
        return found
    }

    private static func values(_ company: ShowcaseCompany) -> [String] {
        var found: [String] = []
        var stretches: [Int: [ShowcaseEmployment]] = [:]
        for stretch in company.employments { stretches[stretch.person, default: []].append(stretch) }
        for metric in ShowcaseMetric.allCases {
            var before: ShowcaseValue?
            for value in company.values(of: metric) {
                let day = Day(number: Int(value.day))
                let works =
                    stretches[Int(value.person)]?.contains { $0.hired <= day && day <= $0.last ?? .last } ?? false
                if !works { found.append("\(metric.code): a value of somebody who is not here on \(day)") }
                if value.knownOn > company.today.number || value.knownOn <= value.day {
                    found.append("\(metric.code): known on \(value.knownOn)")
                }
                if let before, before.day > value.day { found.append("\(metric.code): out of order") }
                before = value
            }
        }
        return found
    }

    private static func units(_ company: ShowcaseCompany) -> [String] {
        company.units.enumerated().flatMap { place, unit -> [String] in
            var found: [String] = []
            if let parent = unit.parent, parent >= place { found.append("unit \(place) stands before its parent") }
            if unit.heads.isEmpty { found.append("nobody leads unit \(place)") }
            for (one, other) in zip(unit.heads, unit.heads.dropFirst()) where one.day >= other.day {
                found.append("unit \(place): heads out of order")
            }
            return found
        }
    }
}
