/// Reproducible randomness (SplitMix64): the same seed gives the same stream on every machine.
public struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Uniform in [0, 1).
    public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// An independent stream for a numbered part of the work, so that parts can run in any order.
    public func stream(_ index: UInt64) -> SeededRandom {
        var mixed = SeededRandom(seed: state ^ (index &* 0xD6E8_FEB8_6659_FD93))
        return SeededRandom(seed: mixed.next())
    }
}
