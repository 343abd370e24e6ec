import Foundation

/// JSON as bytes, for exchanging whole values without reading the rest.
struct JSONBytes {
    private let bytes: [UInt8]

    init(_ data: Data) { bytes = [UInt8](data) }

    /// Every occurrence of one whole value (a literal or a string with its quotes) exchanged for another; text inside
    /// other strings stays as it is.
    func replacing(_ value: String, by other: String) -> Data {
        let old = Array(value.utf8)
        let new = Array(other.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 64)
        var index = 0
        while index < bytes.count {
            if starts(with: old, at: index) {
                result += new
                index += old.count
            } else if bytes[index] == Self.quote {
                let end = endOfString(from: index)
                result += bytes[index..<end]
                index = end
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return Data(result)
    }

    private static let quote = UInt8(ascii: "\"")

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
