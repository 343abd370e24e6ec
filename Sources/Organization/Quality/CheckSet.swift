import Shell

/// Some of the checks, in one word: there are a hundred thousand of them in memory.
struct CheckSet: Hashable, Sendable {
    private(set) var bits: UInt64 = 0

    static let none = CheckSet()

    init() {}

    /// The checks that tell something about fields of a class.
    init(about fieldClass: FieldClass) {
        for (place, check) in QualityCheck.allCases.enumerated() where check.fieldClass == fieldClass {
            insert(place: place)
        }
    }

    var isEmpty: Bool { bits == 0 }

    func contains(place: Int) -> Bool { bits & (1 << UInt64(place)) != 0 }

    /// - Parameter place: in `QualityCheck.allCases`, which are fewer than 64.
    mutating func insert(place: Int) { bits |= 1 << UInt64(place) }

    mutating func formUnion(_ other: CheckSet) { bits |= other.bits }

    func intersection(_ other: CheckSet) -> CheckSet {
        var both = self
        both.bits &= other.bits
        return both
    }

    /// The places of the checks in it.
    var places: [Int] { (0..<UInt64.bitWidth).filter { contains(place: $0) } }
}

extension QualityCheck {
    /// Of the check in a ``CheckSet``.
    var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
