import Kernel

/// How several texts become one message for signing.
enum Signature {
    /// Each text with its length before it, so that no two lists give the same message.
    static func message(_ parts: [String]) -> [UInt8] {
        parts.flatMap { part in Array("\(part.utf8.count):".utf8) + Array(part.utf8) }
    }
}

extension Instant {
    /// Milliseconds as a signed value writes them, and in no other way.
    init?(signed text: Substring) {
        guard let milliseconds = Int64(text), String(milliseconds) == text else { return nil }
        self.init(milliseconds: milliseconds)
    }
}
