import Crypto
import Foundation

extension Keyring {
    private static let version: UInt8 = 1
    /// Version, key number, nonce; the tag of 16 bytes stands at the end.
    private static let head = 1 + 4 + 12

    /// Encrypts a value for one place: AES-256-GCM, with column and record authenticated, so that a sealed value copied
    /// to another row or column does not open there.
    ///
    /// Layout: version (1), key number (4, big-endian), nonce (12), cipher text, tag (16). The nonce is random: good for
    /// 2^32 values per key (NIST SP 800-38D, section 8.3).
    package func seal(_ plain: String, for column: String, record: Int64) throws -> [UInt8] {
        let key = newest
        let head = [Self.version] + Self.bytes(key.id)
        let box = try AES.GCM.seal(
            Data(plain.utf8), using: key.sealing, authenticating: Self.place(head, column, record))
        var sealed: [UInt8] = []
        sealed.reserveCapacity(Self.head + plain.utf8.count + 16)
        sealed += head
        sealed += box.nonce
        sealed += box.ciphertext
        sealed += box.tag
        return sealed
    }

    /// The value sealed for this place.
    package func open(_ sealed: [UInt8], for column: String, record: Int64) throws(SealRefusal) -> String {
        guard sealed.count >= Self.head + 16, sealed[0] == Self.version else { throw .damaged(column: column) }
        let id = Self.keyID(sealed)
        guard let key = key(id) else { throw .unknownKey(id, column: column) }
        let plain: Data
        do {
            let box = try AES.GCM.SealedBox(
                nonce: AES.GCM.Nonce(data: sealed[5..<Self.head]),
                ciphertext: sealed[Self.head..<(sealed.count - 16)], tag: sealed[(sealed.count - 16)...])
            plain = try AES.GCM.open(
                box, using: key.sealing, authenticating: Self.place(Array(sealed[..<5]), column, record))
        } catch {
            throw .damaged(column: column)
        }
        guard let text = String(validating: plain, as: UTF8.self) else { throw .damaged(column: column) }
        return text
    }

    /// The number of the key a value was sealed with, to find those that must be sealed anew; nil for what is no sealed
    /// value.
    package static func keyID(of sealed: [UInt8]) -> KeyID? {
        sealed.count >= head + 16 && sealed[0] == version ? keyID(sealed) : nil
    }

    private static func keyID(_ sealed: [UInt8]) -> KeyID { sealed[1..<5].reduce(0) { $0 << 8 | KeyID($1) } }

    private static func place(_ head: [UInt8], _ column: String, _ record: Int64) -> Data {
        var place = Data(head)
        place.append(contentsOf: bytes(UInt32(truncatingIfNeeded: column.utf8.count)))
        place.append(contentsOf: column.utf8)
        place.append(contentsOf: bytes(record))
        return place
    }

    private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }
}
