import Kernel

/// One value of a metric on its way in, with the person and the metric found.
struct IncomingValue: Sendable {
    /// Of the sheet or the batch, from 0; to name it when it is refused.
    let row: Int32
    /// Place in the list of metrics.
    let metric: UInt16
    let day: Int32
    let subject: Int64
    /// From when it is known; nil when the source does not say.
    let known: Int32?
    let value: Double
}

/// A record of a value as it is written.
struct MetricRecord: Sendable {
    let metric: UInt16
    let day: Int32
    let subject: Int64
    let known: Int32
    let value: Double
}

/// From when values count as known whose source does not say.
enum KnownFrom: String, Sendable, CaseIterable {
    /// From the day they are brought in: what is recorded late never changes what was known before.
    case today
    /// From the day they are about: history that was known at its time, brought over from another system.
    case day
}
