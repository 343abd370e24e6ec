/// A value on its way through code that may log: printing, interpolating or dumping it shows nothing of it.
///
/// ```swift
/// logger.info("changed", metadata: ["account": "\(Redacted(number))"])  // account=‹hidden›
/// ```
/// The content is reached by `value` only, a word a reviewer can search for. It is not `Codable` on purpose.
package struct Redacted<Value: Sendable>: Sendable, Concealed {
    package let value: Value

    package init(_ value: Value) { self.value = value }
}

extension Redacted: Equatable where Value: Equatable {}
extension Redacted: Hashable where Value: Hashable {}
