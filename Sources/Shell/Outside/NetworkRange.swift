/// A block of addresses in prefix notation: `10.0.0.0/8`, `fd00::/8`; a bare address is a block of one.
package struct NetworkRange: Hashable, Sendable {
    private let base: UInt128
    private let mask: UInt128

    private init(_ address: NetworkAddress, prefix: Int) {
        mask = prefix == 0 ? 0 : UInt128.max << (128 - prefix)
        base = address.bits & mask
    }

    /// Reads what an administrator wrote.
    package init(_ text: String) throws(OutgoingRefusal) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = parts.first, parts.count <= 2, let address = NetworkAddress(first) else {
            throw .unreadableRange(text)
        }
        let width = first.contains(":") ? 128 : 32
        var prefix = width
        if parts.count == 2 {
            guard let number = Int(parts[1]), 0...width ~= number else { throw .unreadableRange(text) }
            prefix = number
        }
        self.init(address, prefix: prefix + 128 - width)
    }

    func contains(_ address: NetworkAddress) -> Bool { address.bits & mask == base }
}

extension NetworkRange {
    private static func v4(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ prefix: Int) -> NetworkRange {
        NetworkRange(.v4(a << 24 | b << 16 | c << 8), prefix: 96 + prefix)
    }

    /// The first 32 bits are enough to name these blocks.
    private static func v6(_ a: UInt128, _ b: UInt128, _ prefix: Int) -> NetworkRange {
        NetworkRange(NetworkAddress(bits: a << 112 | b << 96), prefix: prefix)
    }

    static let v4 = v4(0, 0, 0, 0)

    /// IANA IPv4 special-purpose address registry (RFC 6890 and its updates), with multicast and reserved space.
    static let specialV4 = [
        v4(0, 0, 0, 8), v4(10, 0, 0, 8), v4(100, 64, 0, 10), v4(127, 0, 0, 8), v4(169, 254, 0, 16),
        v4(172, 16, 0, 12), v4(192, 0, 0, 24), v4(192, 0, 2, 24), v4(192, 88, 99, 24), v4(192, 168, 0, 16),
        v4(198, 18, 0, 15), v4(198, 51, 100, 24), v4(203, 0, 113, 24), v4(224, 0, 0, 4), v4(240, 0, 0, 4),
    ]

    /// Global unicast, the only block handed out so far (RFC 4291 § 2.4); loopback, local and multicast lie outside.
    static let globalV6 = v6(0x2000, 0, 3)
    /// IETF protocol assignments, documentation (twice) inside global unicast: IANA IPv6 registry.
    static let specialV6 = [v6(0x2001, 0, 23), v6(0x2001, 0x0db8, 32), v6(0x3fff, 0, 20)]
    /// 6to4, RFC 3056: the next 32 bits are an IPv4 address.
    static let sixToFour = v6(0x2002, 0, 16)
    /// NAT64, RFC 6052: the last 32 bits are an IPv4 address.
    static let nat64 = v6(0x0064, 0xff9b, 96)
}
