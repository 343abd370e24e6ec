import Kernel

/// How a caller follows an analysis and stops it.
public struct AnalysisObserver: Sendable {
    /// Takes the share done (0…1) and what is being done.
    public var report: @Sendable (Double, Phrase) -> Void
    public var isCancelled: @Sendable () -> Bool

    public init(
        report: @escaping @Sendable (Double, Phrase) -> Void = { _, _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        self.report = report
        self.isCancelled = isCancelled
    }

    public func check() throws(CancellationError) {
        if isCancelled() { throw CancellationError() }
    }

    /// A part of the work that spans `range` of the whole.
    func part(_ range: ClosedRange<Double>, _ step: Phrase) -> @Sendable (Double) -> Void {
        let report = report
        return { share in
            report(range.lowerBound + (range.upperBound - range.lowerBound) * max(0, min(1, share)), step)
        }
    }
}
