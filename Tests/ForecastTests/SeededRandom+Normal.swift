import Foundation

@testable import Forecast

extension SeededRandom {
    /// Standard normal (Box–Muller).
    mutating func normal() -> Double {
        (-2 * log(1 - unit())).squareRoot() * cos(2 * Double.pi * unit())
    }
}
