/// A mailbox, with the name shown beside it.
package struct MailAddress: Hashable, Sendable {
    package let name: String?
    /// `local@domain`.
    package let address: String

    /// - Throws: `unreadableAddress` unless the address is a dot-atom at a host name (RFC 5322 § 3.4.1, lengths of
    ///   RFC 5321 § 4.5.3.1; no quoted local parts, no address literals), `controlCharacter` for the name.
    package init(_ address: String, name: String? = nil) throws(MailRefusal) {
        guard let at = address.lastIndex(of: "@"), address.utf8.count <= 254,
            Self.isDotAtom(address[..<at]), Self.isHostName(address[address.index(after: at)...])
        else { throw .unreadableAddress }
        guard name?.isFreeOfControls ?? true else { throw .controlCharacter(.name) }
        self.address = address
        self.name = name.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// What follows the `@`.
    var domain: Substring { address[address.index(after: address.lastIndex(of: "@") ?? address.startIndex)...] }

    private static func isDotAtom(_ text: Substring) -> Bool {
        1...64 ~= text.utf8.count
            && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
                !$0.isEmpty && $0.utf8.allSatisfy { $0.isAlphanumeric || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
            }
    }

    /// RFC 1123 § 2.1.
    static func isHostName(_ text: some StringProtocol) -> Bool {
        1...253 ~= text.utf8.count
            && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
                1...63 ~= $0.utf8.count && $0.utf8.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
                    && !$0.hasPrefix("-") && !$0.hasSuffix("-")
            }
    }
}

extension UInt8 {
    var isAlphanumeric: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: false
        }
    }
}

extension String {
    /// Without C0 and C1 controls and without the line and paragraph separators, so it cannot leave its line.
    var isFreeOfControls: Bool {
        unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7f...0x9f ~= $0.value) && !(0x2028...0x2029 ~= $0.value) }
    }
}
