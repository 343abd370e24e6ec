import Foundation

/// Fields of a submitted form, in order; a name may occur several times. No text holds a NUL: nobody types one, and no
/// database keeps one.
package struct FormFields: Sendable {
    private var pairs: [(name: String, value: String)] = []

    /// `application/x-www-form-urlencoded`.
    package init(urlEncoded text: String) {
        pairs = text.split(separator: "&").map { pair in
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.decoded(halves[0]), halves.count > 1 ? Self.decoded(halves[1]) : "")
        }
    }

    /// The last value under a name; nil when absent or blank.
    package subscript(name: String) -> String? {
        let value = pairs.last { $0.name == name }?.value.trimmingCharacters(in: .whitespacesAndNewlines)
        return value?.isEmpty == false ? value : nil
    }

    package func all(_ name: String) -> [String] {
        pairs.filter { $0.name == name && !$0.value.isEmpty }.map(\.value)
    }

    package init(_ pairs: [(name: String, value: String)] = []) {
        self.pairs = pairs.map { ($0.name, Self.withoutNUL($0.value)) }
    }

    package var isEmpty: Bool { pairs.isEmpty }

    /// Whether a name was sent at all, be it with nothing in it.
    package func contains(_ name: String) -> Bool { pairs.contains { $0.name == name } }

    /// Every name once, in order.
    package var names: [String] {
        var seen: Set<String> = []
        return pairs.map(\.name).filter { seen.insert($0).inserted }
    }

    var all: [(name: String, value: String)] { pairs }

    /// Replaces all values under a name by one, or by none.
    package mutating func set(_ name: String, _ value: String?) {
        pairs.removeAll { $0.name == name }
        if let value { pairs.append((name, value)) }
    }

    package mutating func add(_ name: String, _ value: String) {
        pairs.append((name, value))
    }

    /// As it stands behind the `?` of an address.
    package var urlEncoded: String {
        pairs.map { Self.encoded($0.name) + "=" + Self.encoded($0.value) }.joined(separator: "&")
    }

    /// For people: `status=left, unit=3`.
    var readable: String { pairs.map { "\($0.name)=\($0.value)" }.joined(separator: ", ") }

    private static func withoutNUL(_ text: String) -> String {
        text.utf8.contains(0) ? text.replacingOccurrences(of: "\0", with: "") : text
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

    private static func decoded(_ text: Substring) -> String {
        let spaced = text.replacingOccurrences(of: "+", with: " ")
        return withoutNUL(spaced.removingPercentEncoding ?? spaced)
    }
}
