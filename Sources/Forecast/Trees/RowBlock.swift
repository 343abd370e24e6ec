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
    /// One feature's category codes as places in the tables of `sides`.
    private let places: UnsafeMutablePointer<Int32>
    /// Per feature, the code that stands for all beyond those any question names; missing comes after it.
    private let beyond: [Int: Int32]
    /// Per slot of categories: place → −1 (left) or +1 (right).
    private let sides: [[Float]]
    /// Slots of one feature after another, so that its values are fetched once.
    private let order: [Int]

    init(_ slots: [TreeEnsemble.Slot]) {
        order = slots.indices.sorted { (slots[$0].feature, $0) < (slots[$1].feature, $1) }
        values = Self.allocate(max(1, slots.count) * Self.capacity)
        raw = Self.allocate(Self.capacity)
        places = .allocate(capacity: Self.capacity)
        places.initialize(repeating: 0, count: Self.capacity)
        var beyond: [Int: Int32] = [:]
        for case .categories(let feature, let right, _) in slots {
            beyond[feature] = max(beyond[feature] ?? 0, (right.max() ?? -1) + 1)
        }
        sides = slots.map { slot in
            guard case .categories(let feature, let right, let missingLeft) = slot, let last = beyond[feature] else {
                return []
            }
            return (0...last).map { right.contains($0) ? 1 : -1 } + [missingLeft ? -1 : 1]
        }
        self.beyond = beyond
    }

    deinit {
        UnsafeMutableRawPointer(values).deallocate()
        UnsafeMutableRawPointer(raw).deallocate()
        places.deallocate()
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
                if let last = beyond[loaded] { place(range.count, beyond: last) }
            }
            let target = values + index * Self.capacity
            switch slot {
            case .missingLeft:
                for row in 0..<range.count { target[row] = raw[row].isNaN ? -.infinity : raw[row] }
            case .missingRight:
                for row in 0..<range.count { target[row] = raw[row].isNaN ? .infinity : raw[row] }
            case .categories:
                sides[index].withUnsafeBufferPointer { sides in
                    for row in 0..<range.count { target[row] = sides[Int(places[row])] }
                }
            }
        }
    }

    private func place(_ count: Int, beyond last: Int32) {
        for row in 0..<count {
            let code = raw[row]
            // Codes no `Float` can tell apart count as missing, as in XGBoost.
            let isMissing = code.isNaN || code < 0 || code >= 16_777_216
            places[row] = isMissing ? last + 1 : min(Int32(code), last)
        }
    }
}
