import Foundation

/// Counts finished parts of parallel work and reports the share done.
final class StepTally: @unchecked Sendable {
    private let lock = NSLock()
    private var done = 0
    private let total: Int
    private let report: @Sendable (Double) -> Void

    init(_ report: @escaping @Sendable (Double) -> Void, of total: Int) {
        self.report = report
        self.total = total
    }

    func finish() {
        lock.withLock {
            done += 1
            report(Double(done) / Double(max(1, total)))
        }
    }
}
