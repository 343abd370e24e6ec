/// The working memory of one core: a block of rows, laid out slot by slot so that several rows are compared at once.
///
/// Used by one thread only. Sized to stay in the first-level cache for models of ordinary width.
final class RowBlock {
    static let capacity = 64
    /// Eight rows at a time.
    typealias Lane = SIMD8<Float>

    /// `slots × capacity`.
    let values: UnsafeMutablePointer<Float>
    /// One feature's raw values while its slots are filled.
    private let raw: UnsafeMutablePointer<Float>
    private let lookups: [[Float]?]
    /// Slots of one feature after another, so that its values are fetched once.
    private let order: [Int]

    init(_ slots: [TreeEnsemble.Slot]) {
        order = slots.indices.sorted { (slots[$0].feature, $0) < (slots[$1].feature, $1) }
        values = Self.allocate(max(1, slots.count) * Self.capacity)
        raw = Self.allocate(Self.capacity)
        // Sets of categories as tables: code → side, the last entry for every code beyond.
        lookups = slots.map { slot in
            guard case .categories(_, let right, _) = slot else { return nil }
            return (0...(right.max() ?? 0) + 1).map { right.contains($0) ? 1 : -1 }
        }
    }

    deinit {
        UnsafeMutableRawPointer(values).deallocate()
        UnsafeMutableRawPointer(raw).deallocate()
    }

    static func allocate(_ count: Int) -> UnsafeMutablePointer<Float> {
        let bytes = UnsafeMutableRawPointer.allocate(
            byteCount: count * MemoryLayout<Float>.stride, alignment: MemoryLayout<Lane>.alignment)
        let floats = bytes.bindMemory(to: Float.self, capacity: count)
        floats.initialize(repeating: 0, count: count)
        return floats
    }

    /// Fills every slot for the rows of `range` (at most `capacity`). Unused places keep older, harmless values.
    func load(
        _ columns: [FeatureColumn], _ slots: [TreeEnsemble.Slot], _ rows: FeatureColumn.Rows, _ range: Range<Int>
    ) {
        var loaded = -1
        for index in order {
            let slot = slots[index]
            if slot.feature != loaded {
                columns[slot.feature].copy(rows, range, to: raw)
                loaded = slot.feature
            }
            let target = values + index * Self.capacity
            switch slot {
            case .missingLeft:
                for row in 0..<range.count { target[row] = raw[row].isNaN ? -.infinity : raw[row] }
            case .missingRight:
                for row in 0..<range.count { target[row] = raw[row].isNaN ? .infinity : raw[row] }
            case .categories(_, _, let missingLeft):
                let missing: Float = missingLeft ? -1 : 1
                lookups[index]?.withUnsafeBufferPointer { sides in
                    let last = Float(sides.count - 1)
                    for row in 0..<range.count {
                        let code = raw[row]
                        let isMissing = code.isNaN || code < 0 || code >= 16_777_216
                        target[row] = isMissing ? missing : sides[Int(min(code, last))]
                    }
                }
            }
        }
    }
}
