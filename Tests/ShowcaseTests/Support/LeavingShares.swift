import Kernel

@testable import Showcase

/// Of sellers on every fourth Sunday, with so many conditions of the rule: how many left within 90 days.
struct LeavingShares {
    private var counts: [Int: (people: Int, left: Int)] = [:]

    init(_ company: ShowcaseCompany) {
        var weeks: [Int32: [Int32: [ShowcaseMetric: Double]]] = [:]
        for metric in [ShowcaseMetric.trainingCompletion, .mentorRating, .sales] {
            // Of a value that was corrected the later record stands behind the earlier.
            for value in company.values(of: metric) {
                weeks[value.person, default: [:]][value.day, default: [:]][metric] = value.value(of: metric)
            }
        }
        let ends = Self.ends(company)
        for (person, days) in weeks {
            let sundays = days.keys.sorted()
            for place in sundays.indices where place >= 2 && place.isMultiple(of: 4) {
                let day = sundays[place]
                guard Int(day) + 90 <= company.today.number, let now = days[day],
                    let sales = now[.sales], let before = days[sundays[place - 1]]?[.sales],
                    let first = days[sundays[place - 2]]?[.sales], let training = now[.trainingCompletion],
                    let mentor = now[.mentorRating]
                else { continue }
                let conditions = [
                    training < Planted.Rule.training, mentor < Planted.Rule.mentor, sales <= before && before <= first,
                ].count { $0 }
                let isLeaving = Self.end(Int(person), day, ends) <= Int(day) + 90
                counts[conditions, default: (0, 0)].people += 1
                if isLeaving { counts[conditions, default: (0, 0)].left += 1 }
            }
        }
    }

    func share(where isMeant: (Int) -> Bool) -> (share: Double, count: Int) {
        let chosen = counts.filter { isMeant($0.key) }.values
        let (people, left) = (chosen.reduce(0) { $0 + $1.people }, chosen.reduce(0) { $0 + $1.left })
        return (Double(left) / Double(max(1, people)), people)
    }

    /// The last days of every stretch of everybody.
    static func ends(_ company: ShowcaseCompany) -> [Int: [Int]] {
        var ends: [Int: [Int]] = [:]
        for stretch in company.employments { ends[stretch.person, default: []].append(stretch.last?.number ?? .max) }
        return ends
    }

    static func end(_ person: Int, _ day: Int32, _ ends: [Int: [Int]]) -> Int {
        ends[person]?.filter { $0 >= Int(day) }.min() ?? .max
    }
}
