import Kernel

/// Turns contributions into the few reasons people read.
public struct Drivers: Sendable {
    public let profile: ReferenceProfile

    public init(profile: ReferenceProfile) { self.profile = profile }

    /// The strongest reasons of each row, strongest first; fewer than `count` where the rest is negligible.
    ///
    /// - Parameters:
    ///   - contributions: one row per entry of `rows`.
    ///   - frame: the facts the contributions were computed from.
    ///   - direction: only reasons that raise or only ones that lower the score; nil for both.
    public func strongest(
        _ count: Int, _ contributions: Contributions, _ frame: Frame, rows: [Int], direction: Driver.Direction? = nil
    ) -> [[Driver]] {
        let width = contributions.features.count
        let facts = Dictionary(profile.facts.map { ($0.name, $0) }) { first, _ in first }
        let known = contributions.features.map { facts[$0] }
        let columns = contributions.features.map { frame[$0] }
        // Features in one group, or alone when the profile does not know them.
        var groups: [[Int]] = []
        var places: [Int: Int] = [:]
        for feature in 0..<width {
            if let group = known[feature]?.group, let place = places[group] {
                groups[place].append(feature)
            } else {
                if let group = known[feature]?.group { places[group] = groups.count }
                groups.append([feature])
            }
        }
        let sentences = FactSentences(snapshot: profile.snapshot)
        let grouped = groups
        return Parallel.columns(rows.count) { place in
            let sums = grouped.map { $0.reduce(0) { $0 + contributions[place, $1] } }
            let chosen = grouped.indices
                .filter { abs(sums[$0]) > 1e-6 }
                .filter { direction == nil || (direction == .raises) == (sums[$0] > 0) }
                .sorted { (abs(sums[$1]), $0) < (abs(sums[$0]), $1) }
                .prefix(count)
            return chosen.map { group in
                let members = grouped[group].sorted {
                    (abs(contributions[place, $1]), $0) < (abs(contributions[place, $0]), $1)
                }
                let spoken = speaker(members, columns, rows[place])
                let name = contributions.features[spoken]
                let sentence =
                    known[spoken].map { sentences.sentence($0, columns[spoken], row: rows[place]) }
                    ?? Phrase(verbatim: name)
                return Driver(
                    features: members.map { contributions.features[$0] }, contribution: sums[group], sentence: sentence)
            }
        }
    }

    /// Of 0/1 columns spread out from a category, the one that holds speaks; otherwise the strongest.
    private func speaker(_ members: [Int], _ columns: [Column?], _ row: Int) -> Int {
        let holding = members.first { member in
            if case .numeric(let values)? = columns[member]?.values { values[row] == 1 } else { false }
        }
        let isSpread =
            members.count > 1
            && members.allSatisfy { member in
                if case .numeric(let values)? = columns[member]?.values {
                    values[row] == 0 || values[row] == 1
                } else {
                    false
                }
            }
        return isSpread ? holding ?? members[0] : members[0]
    }
}
