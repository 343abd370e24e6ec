/// Which groups are too small to be shown by themselves.
enum SmallGroups {
    /// Fewer people than this could be recognised in a figure.
    static let least = 5

    /// The groups that are shown together as one.
    ///
    /// Whoever knows the whole could work out a single hidden group, and a few hidden people, by taking the rest away. So
    /// hidden groups are at least two with at least five people together; the next smallest joins them until they are.
    /// - Parameter sizes: people in each group; empty groups hide nobody and are not counted.
    static func merged(_ sizes: [Int]) -> Set<Int> {
        let order = sizes.indices.filter { sizes[$0] > 0 }.sorted { (sizes[$0], $0) < (sizes[$1], $1) }
        var merged: Set<Int> = []
        var people = 0
        for group in order {
            let isEnough = merged.isEmpty || (merged.count > 1 && people >= least)
            if sizes[group] >= least, isEnough { break }
            merged.insert(group)
            people += sizes[group]
        }
        return merged
    }

    /// The same where another comparison shows sums of these groups: what is hidden on either side of it is enough by
    /// itself, unless a side is too small altogether.
    /// - Parameter sides: 0 or 1 for each group.
    static func merged(_ sizes: [Int], sides: [Int]) -> Set<Int> {
        let parts = [0, 1].map { side in sizes.indices.map { sides[$0] == side ? sizes[$0] : 0 } }
        let totals = parts.map { $0.reduce(0, +) }
        guard totals.allSatisfy({ $0 >= least }) else { return merged(sizes) }
        return merged(parts[0]).union(merged(parts[1]))
    }
}
