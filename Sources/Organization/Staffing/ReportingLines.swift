import Kernel

/// Who reports to whom on one day, by primary posts: dotted lines are not counted (H16).
package struct ReportingLines: Hashable, Sendable {
    /// Manager by person; people without a manager are not in it.
    package let managers: [ID<Person>: ID<Person>]

    package init(_ managers: [ID<Person>: ID<Person>]) { self.managers = managers }

    /// From the person's manager up to the top; stops where a circle would close.
    package func line(above person: ID<Person>) -> [ID<Person>] {
        var line: [ID<Person>] = []
        var seen: Set<ID<Person>> = [person]
        var next = managers[person]
        while let manager = next, seen.insert(manager).inserted {
            line.append(manager)
            next = managers[manager]
        }
        return line
    }

    /// Everybody below, directly or not; never the person.
    package func everybody(below person: ID<Person>) -> Set<ID<Person>> {
        let reports = Dictionary(grouping: managers.keys) { managers[$0] }
        var found: Set<ID<Person>> = []
        var open = [person]
        while let next = open.popLast() {
            for report in reports[next] ?? [] where report != person && found.insert(report).inserted {
                open.append(report)
            }
        }
        return found
    }

    /// Refuses a manager who is the person, or reports to the person.
    ///
    /// Ask it for the effective day and for every later day on which a manager of somebody in the line changes.
    package func check(
        _ manager: ID<Person>, for person: ID<Person>, on day: Day, name: (ID<Person>) -> String
    ) throws(AssignmentRefusal) {
        guard manager != person else { throw .ownManager }
        let line = line(above: manager)
        guard let place = line.firstIndex(of: person) else { return }
        throw .managerCircle(([person, manager] + line[...place]).map(name), day)
    }

    /// People whose reporting line runs in a circle, in order of their ids: contradictions of imported data.
    package var circles: [ID<Person>] {
        managers.keys.filter { person in
            guard let top = line(above: person).last ?? managers[person] else { return false }
            return managers[top] != nil && (top == person || managers[top] == person)
        }
        .sorted()
    }
}
