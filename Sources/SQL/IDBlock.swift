import Synchronization

/// The ids this process may still hand out. A block is reserved in the database before any of it is used.
final class IDBlock: Sendable {
    static let length: Int64 = 1_000

    private let left = Mutex<Range<Int64>>(0..<0)

    /// - Parameter reserve: fetches the first id of a fresh block of so many.
    func take(_ count: Int64, reserve: (Int64) throws -> Int64) rethrows -> Range<Int64> {
        try left.withLock { left in
            if left.count < count {
                let length = max(count, Self.length)
                let first = try reserve(length)
                left = first..<first + length
            }
            let taken = left.lowerBound..<left.lowerBound + count
            left = taken.upperBound..<left.upperBound
            return taken
        }
    }

    /// A reservation that was rolled back is not ours.
    func forget() {
        left.withLock { $0 = 0..<0 }
    }
}
