/// An amount in Chinese yuan, kept as a whole number of fen. Signed; exact; never a binary fraction.
///
/// Arithmetic that would leave the range of ±92 quadrillion yuan is refused with
/// ``MoneyRefusal/tooLarge``, never wrapped.
public struct Money: Hashable, Sendable {
    /// Hundredths of a yuan.
    public let fen: Int64

    /// An amount of so many fen.
    public init(fen: Int64) { self.fen = fen }

    /// A whole number of yuan.
    public init(yuan: Int32) { self.init(fen: Int64(yuan) * 100) }

    /// Nothing.
    public static let zero = Money(fen: 0)

    /// Below zero.
    public var isNegative: Bool { fen < 0 }

    init(wide: Int128) throws(MoneyRefusal) {
        guard let fen = Int64(exactly: wide) else { throw .tooLarge }
        self.init(fen: fen)
    }
}

extension Money: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.fen < right.fen }
}
