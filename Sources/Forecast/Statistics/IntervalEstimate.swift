/// A value with its interval (95 % unless said otherwise).
public struct IntervalEstimate: Sendable, Codable, Equatable {
    public var value: Double
    public var low: Double
    public var high: Double

    public init(value: Double, low: Double, high: Double) {
        self.value = value
        self.low = low
        self.high = high
    }

    public func contains(_ other: Double) -> Bool { low <= other && other <= high }
}
