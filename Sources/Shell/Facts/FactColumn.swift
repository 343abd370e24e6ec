/// One fact about a population on one day: a value per subject who has one. Whoever is missing is unknown, never zero.
package struct FactColumn: Sendable, Equatable {
    /// Ids of the subjects, ascending, each once.
    package private(set) var subjects: [Int64] = []
    /// Finite numbers beside ``subjects``; for a fact of kinds, places in ``levels``.
    package private(set) var values: [Float] = []
    /// The words of a fact of kinds; empty for numbers.
    package private(set) var levels: [String] = []

    package init() {}

    /// - Precondition: subjects ascending, as many values; values finite and, with levels, their places.
    package init(subjects: [Int64], values: [Float], levels: [String] = []) {
        precondition(subjects.count == values.count)
        (self.subjects, self.values, self.levels) = (subjects, values, levels)
    }

    package mutating func reserve(_ count: Int) {
        subjects.reserveCapacity(count)
        values.reserveCapacity(count)
    }

    /// Adds the next subject; ids must ascend. What is not finite is unknown and left out.
    package mutating func append(_ subject: Int64, _ value: Double) {
        guard value.isFinite else { return }
        precondition(subjects.last.map { $0 < subject } ?? true)
        subjects.append(subject)
        values.append(Float(value))
    }

    /// Values beside another list of ascending subjects; NaN where unknown.
    package func aligned(to others: [Int64]) -> [Float] {
        var (found, place) = ([Float](repeating: .nan, count: others.count), 0)
        for (index, subject) in others.enumerated() {
            while place < subjects.count, subjects[place] < subject { place += 1 }
            guard place < subjects.count else { break }
            if subjects[place] == subject { found[index] = values[place] }
        }
        return found
    }
}
