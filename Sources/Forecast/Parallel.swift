import Dispatch

/// Work on independent parts on all cores. Results come back in order, so the outcome does not depend on timing.
public enum Parallel {
    /// Runs `body` for 0 ..< count, at most one per core at a time.
    public static func map<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) throws -> Result) throws -> [Result]
    {
        let slots = UnsafeMutablePointer<Swift.Result<Result, any Error>?>.allocate(capacity: count)
        slots.initialize(repeating: nil, count: count)
        defer {
            slots.deinitialize(count: count)
            slots.deallocate()
        }
        nonisolated(unsafe) let shared = slots
        DispatchQueue.concurrentPerform(iterations: count) { index in
            shared[index] = Swift.Result { try body(index) }
        }
        return try (0..<count).map { try slots[$0]!.get() }
    }

    /// Cuts 0 ..< count into contiguous blocks of at most `size` and runs `body` on each.
    public static func blocks(_ count: Int, size: Int, _ body: @Sendable (Range<Int>) -> Void) {
        let blocks = (count + size - 1) / size
        DispatchQueue.concurrentPerform(iterations: blocks) { block in
            body(block * size..<min(count, (block + 1) * size))
        }
    }
}
