import Kernel
import SQL
import Shell

/// The findings one viewer may know of, and their counts. Viewers with the same grants share one.
struct QualitySight: Sendable, SizedFigure {
    /// In the order of names.
    let found: [QualityFindings.Found]
    /// By the place of the check in `QualityCheck.allCases`.
    let counts: [Int]
    /// People looked at.
    let checked: Int

    var bytes: Int { found.count * MemoryLayout<QualityFindings.Found>.stride }

    init(_ findings: QualityFindings, _ scope: Scope, _ tx: Transaction) throws {
        if let checks = scope.checksOfEverybody {
            found = findings.found.compactMap { Self.part(of: $0, checks) }
            checked = findings.checked
        } else {
            let covered = try scope.people(tx)
            found = findings.found.compactMap { Self.part(of: $0, covered[$0.person] ?? .none) }
            checked = covered.count
        }
        var counts = [Int](repeating: 0, count: QualityCheck.allCases.count)
        for finding in found {
            for place in counts.indices where finding.checks.contains(place: place) { counts[place] += 1 }
        }
        self.counts = counts
    }

    private static func part(of finding: QualityFindings.Found, _ checks: CheckSet) -> QualityFindings.Found? {
        let seen = finding.checks.intersection(checks)
        return seen.isEmpty ? nil : .init(person: finding.person, checks: seen)
    }

    /// Whom the viewer's grants cover, class by class.
    struct Scope: Hashable, Sendable {
        private static let classes = FieldClass.allCases.filter { $0 != .public }
        private static let nobody = Query.any(of: [])
        /// Covers everybody a class covers.
        private let all: Query
        /// In the order of ``classes``.
        private let parts: [Query]

        init(_ viewer: Viewer) {
            all = Visibility.condition(viewer, .readQuality)
            parts = Self.classes.map { Visibility.condition(viewer, .readQuality, showing: $0) }
        }

        /// The question of a figure that is made of what is covered.
        var question: Query { parts.reduce(all) { $0 + " | " + $1 } }

        /// What may be known of everybody, when that is the same for all of them.
        fileprivate var checksOfEverybody: CheckSet? {
            guard all == Visibility.everybody else { return nil }
            var checks = CheckSet(about: .public)
            for (fieldClass, condition) in zip(Self.classes, parts) where condition != Self.nobody {
                guard condition == Visibility.everybody else { return nil }
                checks.formUnion(CheckSet(about: fieldClass))
            }
            return checks
        }

        /// Everybody covered, with the checks that may be known of them.
        fileprivate func people(_ tx: Transaction) throws -> [ID<Person>: CheckSet] {
            if all == Self.nobody { return [:] }
            let columns = parts.reduce("s.person_id" as Query) { $0 + ", " + Visibility.flag($1) }
            let checks = Self.classes.map { CheckSet(about: $0) }
            var people: [ID<Person>: CheckSet] = [:]
            try tx.each("select \(columns) from staff s where \(all)") { row in
                let id: ID<Person> = try row.value()
                var seen = CheckSet(about: .public)
                for part in checks where try row.value(Bool.self) { seen.formUnion(part) }
                people[id] = seen
            }
            return people
        }
    }
}
