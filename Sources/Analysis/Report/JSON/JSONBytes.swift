import Foundation

/// JSON as bytes, for spelling keys and whole values differently in one pass without reading it into a tree.
struct JSONBytes {
    private let bytes: [UInt8]

    init(_ data: Data) { bytes = [UInt8](data) }

    /// - Parameters:
    ///   - value: a literal or a string with its quotes; where it stands as a whole value, `other` is written. Text inside
    ///     other strings stays as it is.
    ///   - key: the new spelling of a key.
    func replacing(_ value: String, by other: String, spelling key: (String) -> String) -> Data {
        let (old, new) = (Array(value.utf8), Array(other.utf8))
        var spellings: [ArraySlice<UInt8>: [UInt8]] = [:]
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 8)
        var index = 0
        while index < bytes.count {
            if starts(with: old, at: index) {
                result += new
                index += old.count
            } else if bytes[index] == Self.quote {
                let end = endOfString(from: index)
                let text = bytes[index..<end]
                if end < bytes.count, bytes[end] == UInt8(ascii: ":") {
                    result += spellings[text] ?? spell(text, key, &spellings)
                } else {
                    result += text
                }
                index = end
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return Data(result)
    }

    private static let quote = UInt8(ascii: "\"")

    private func spell(
        _ text: ArraySlice<UInt8>, _ key: (String) -> String, _ spellings: inout [ArraySlice<UInt8>: [UInt8]]
    ) -> [UInt8] {
        let name = String(decoding: text.dropFirst().dropLast(), as: UTF8.self)
        let spelled = [Self.quote] + Array(key(name).utf8) + [Self.quote]
        spellings[text] = spelled
        return spelled
    }

    private func starts(with value: [UInt8], at index: Int) -> Bool {
        guard bytes[index] == value[0], index + value.count <= bytes.count else { return false }
        return value.indices.allSatisfy { bytes[index + $0] == value[$0] }
    }

    /// Behind the closing quote of the string that opens at `start`.
    private func endOfString(from start: Int) -> Int {
        var index = start + 1
        while index < bytes.count, bytes[index] != Self.quote {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(bytes.count, index + 1)
    }
}
