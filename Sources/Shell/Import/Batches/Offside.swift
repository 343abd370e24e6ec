import Dispatch

/// Runs long computing beside the threads that answer requests.
enum Offside {
    static func run<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global(qos: .utility).async {
                continuation.resume(with: Swift.Result { try body() })
            }
        }
    }
}
