import Foundation

/// The outside of a model file: what it is, in which version, and whether it is whole.
struct ModelEnvelope {
    static let format = "tenure-model"
    static let version = 1

    let content: Data

    init(content: Data) { self.content = content }

    /// The head comes first so that a reader can refuse before it reads a large model.
    var bytes: Data {
        Data(
            "{\"format\":\"\(Self.format)\",\"version\":\(Self.version),\"checksum\":\"\(Self.checksum(content))\",\"content\":"
                .utf8)
            + content + Data("}\n".utf8)
    }

    /// - Throws: ``ModelFileRefusal``.
    init(_ bytes: Data) throws {
        guard
            let mark = bytes.range(
                of: Data("\"content\":".utf8), in: bytes.startIndex..<min(bytes.startIndex + 256, bytes.endIndex)),
            let head = try? JSONDecoder().decode(
                Head.self, from: bytes[bytes.startIndex..<mark.lowerBound] + Data("\"content\":0}".utf8)),
            head.format == Self.format
        else {
            let isOurs = bytes.prefix(64).range(of: Data(Self.format.utf8)) != nil
            throw isOurs ? ModelFileRefusal.damaged : ModelFileRefusal.notAModel
        }
        guard head.version <= Self.version else {
            throw ModelFileRefusal.newer(found: head.version, supported: Self.version)
        }
        guard let last = bytes.lastIndex(of: UInt8(ascii: "}")), last > mark.upperBound else {
            throw ModelFileRefusal.damaged
        }
        content = Data(bytes[mark.upperBound..<last])
        guard Self.checksum(content) == head.checksum else { throw ModelFileRefusal.damaged }
    }

    private struct Head: Decodable {
        var format: String
        var version: Int
        var checksum: String
    }

    /// FNV-1a, 64 bits: finds damage; it is no protection against intent.
    private static func checksum(_ bytes: Data) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        bytes.withUnsafeBytes { buffer in
            for byte in buffer { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        }
        return String(hash, radix: 16)
    }
}
