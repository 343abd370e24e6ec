import Kernel

/// How many people managers lead, and how deep the company is. Formulas H16 and H17.
package struct SpanOfControl: Hashable, Sendable {
    /// Direct reports of each manager with at least one.
    package let reports: [ID<Person>: Int]
    /// The longest line from the top, the top included: 1 when nobody reports to anybody; 0 without people.
    package let layers: Int

    /// - Parameter people: everybody employed on the day; also those in no line.
    package init(_ lines: ReportingLines, people: some Sequence<ID<Person>>) {
        reports = lines.managers.values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        var depth: [ID<Person>: Int] = [:]
        for person in Set(people).union(lines.managers.keys) {
            // Each line is walked only up to the first person whose depth is known.
            var walked: [ID<Person>] = []
            var seen: Set<ID<Person>> = []
            var next: ID<Person>? = person
            while let current = next, depth[current] == nil, seen.insert(current).inserted {
                walked.append(current)
                next = lines.managers[current]
            }
            var level = next.flatMap { depth[$0] } ?? 0
            for current in walked.reversed() {
                level += 1
                depth[current] = level
            }
        }
        layers = depth.values.max() ?? 0
    }

    /// Managers with at least one direct report.
    package var managers: Int { reports.count }

    /// Direct reports per manager; nil without managers.
    package var mean: Double? {
        reports.isEmpty ? nil : Double(reports.values.reduce(0, +)) / Double(reports.count)
    }

    /// The middle manager's direct reports; nil without managers.
    package var median: Double? {
        let sorted = reports.values.sorted()
        guard let last = sorted.last else { return nil }
        let middle = sorted.count / 2
        if sorted.count == 1 { return Double(last) }
        return sorted.count % 2 == 1 ? Double(sorted[middle]) : Double(sorted[middle - 1] + sorted[middle]) / 2
    }
}
