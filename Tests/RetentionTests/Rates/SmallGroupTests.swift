import Kernel
import Testing

@testable import Retention

@Suite struct SmallGroupTests {
    @Test(
        arguments: [
            ([10, 20], []), ([4, 10, 20], [0, 1]), ([2, 2, 10], [0, 1, 2]), ([3, 3, 10], [0, 1]), ([0, 4, 9], [1, 2]),
            ([4], [0]), ([], []), ([5, 5], []),
        ] as [([Int], Set<Int>)])
    func joins(_ sizes: [Int], _ merged: Set<Int>) { #expect(SmallGroups.merged(sizes) == merged) }

    /// Nothing shown is small, and what is hidden cannot be told from the whole.
    @Test(arguments: 0..<200)
    func hidesEnough(_ seed: Int) {
        let sizes = (0..<(seed % 9)).map { (seed * 37 + $0 * $0 * 11) % 14 }
        let merged = SmallGroups.merged(sizes)
        let shown = sizes.indices.filter { !merged.contains($0) && sizes[$0] > 0 }
        #expect(shown.allSatisfy { sizes[$0] >= SmallGroups.least })
        guard !merged.isEmpty, !shown.isEmpty else { return }
        #expect(merged.count >= 2)
        #expect(merged.reduce(0) { $0 + sizes[$1] } >= SmallGroups.least)
    }

    /// A sum over one side, shown elsewhere, tells nothing of what is hidden on it.
    @Test func hidesOnBothSides() {
        #expect(SmallGroups.merged([3, 9, 20, 2, 6], sides: [0, 0, 0, 1, 1]) == [0, 1, 3, 4])
        #expect(SmallGroups.merged([3, 9, 20], sides: [0, 1, 1]) == [0, 1])
    }
}
