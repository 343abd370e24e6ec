/// The randomness of the demonstration company: SplitMix64, the same on every machine for the same seed.
///
/// Only whole numbers and the four operations on doubles are used, never a function of the system's library, so that the
/// same seed gives the same company byte for byte everywhere.
struct Dice: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A stream of its own for a part of the company: what happens in one part does not move the others.
    func split(_ part: Int) -> Dice {
        var mixed = Dice(seed: state ^ (UInt64(truncatingIfNeeded: part) &* 0xD6E8_FEB8_6659_FD93))
        return Dice(seed: mixed.next())
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Evenly in [0, 1).
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    mutating func between(_ least: Double, _ most: Double) -> Double { least + (most - least) * unit() }

    /// Evenly in 0..<bound; bounds here are small, so the remainder's bias is below one in 10^12.
    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

    mutating func pick<T>(_ list: [T]) -> T { list[below(list.count)] }

    mutating func happens(_ probability: Double) -> Bool { unit() < probability }

    /// Close to normal, mean 0 and spread 1: the sum of four even numbers, for it needs no logarithm. Within ±3.5.
    mutating func normal() -> Double {
        let bits = next()
        var sum = 0.0
        for part in 0..<4 { sum += Double((bits >> (16 * UInt64(part))) & 0xFFFF) * 0x1p-16 }
        // The variance of four even numbers is a third.
        return (sum - 2) * 1.732_050_807_568_877_2
    }

    /// The first of the choices whose weights add up past the dice.
    mutating func weighted<T>(_ choices: [(weight: Int, value: T)]) -> T {
        var left = below(choices.reduce(0) { $0 + $1.weight })
        for choice in choices {
            left -= choice.weight
            if left < 0 { return choice.value }
        }
        return choices[choices.count - 1].value
    }
}
