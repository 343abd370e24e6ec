import Kernel
import Shell

/// What was known about a population at the end of a day: a row per person, a column per fact.
package struct Snapshot: Sendable, Equatable {
    package let population: Population
    package let day: Day
    /// Ids, ascending.
    package let subjects: [Int64]
    package let columns: [SnapshotColumn]

    package init(population: Population, day: Day, subjects: [Int64], columns: [SnapshotColumn]) {
        (self.population, self.day, self.subjects, self.columns) = (population, day, subjects, columns)
    }

    package func column(_ code: String) -> SnapshotColumn? { columns.first { $0.code == code } }

    /// The same facts of some of these people.
    /// - Parameter some: ascending; who is not in the snapshot is unknown.
    func narrowed(to population: Population, _ some: [Int64]) -> Snapshot {
        let places = some.map { place(of: $0) }
        return Snapshot(
            population: population, day: day, subjects: some,
            columns: columns.map { column in
                SnapshotColumn(
                    code: column.code, name: column.name, unit: column.unit, levels: column.levels,
                    values: places.map { $0.map { column.values[$0] } ?? .nan }, missing: column.missing)
            })
    }

    /// Where somebody stands in ``subjects``.
    package func place(of subject: Int64) -> Int? {
        var (low, high) = (0, subjects.count)
        while low < high {
            let middle = (low + high) / 2
            if subjects[middle] < subject { low = middle + 1 } else { high = middle }
        }
        return low < subjects.count && subjects[low] == subject ? low : nil
    }
}

/// One fact of a snapshot.
package struct SnapshotColumn: Sendable {
    package let code: String
    package let name: Phrase
    package let unit: FactUnit
    /// The words of a fact of kinds, whose values are places among them; empty for numbers.
    package let levels: [String]
    /// Beside ``Snapshot/subjects``; NaN where unknown, and everywhere when the fact is missing.
    package let values: [Float]
    /// Why the fact as a whole could not be had that day; nil when it could.
    package let missing: Phrase?

    package init(
        code: String, name: Phrase, unit: FactUnit, levels: [String] = [], values: [Float], missing: Phrase? = nil
    ) {
        (self.code, self.name, self.unit, self.levels) = (code, name, unit, levels)
        (self.values, self.missing) = (values, missing)
    }

    /// The value of one row; nil when unknown.
    package func value(_ place: Int) -> Double? { values[place].isNaN ? nil : Double(values[place]) }
}

/// Unknown equals unknown.
extension SnapshotColumn: Equatable {
    package static func == (left: Self, right: Self) -> Bool {
        left.code == right.code && left.name == right.name && left.unit == right.unit && left.levels == right.levels
            && left.missing == right.missing && left.values.count == right.values.count
            && zip(left.values, right.values).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }
    }
}
