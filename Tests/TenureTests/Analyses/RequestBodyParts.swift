import Hummingbird
import NIOCore

enum RequestBodyParts {
    /// A body that arrives in equal pieces.
    static func repeating(_ piece: ByteBuffer, _ count: Int) -> RequestBody {
        RequestBody(
            asyncSequence: AsyncStream { continuation in
                for _ in 0..<count { continuation.yield(piece) }
                continuation.finish()
            })
    }
}
