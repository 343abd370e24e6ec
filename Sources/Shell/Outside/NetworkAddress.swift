import Glibc

/// An internet address. IPv4 is kept in its IPv6 form `::ffff:a.b.c.d` (RFC 4291 § 2.5.5.2), so that one rule judges
/// both and a mapped address cannot pass for another.
struct NetworkAddress: Hashable, Sendable {
    let bits: UInt128

    init(bits: UInt128) { self.bits = bits }

    static func v4(_ bits: UInt32) -> NetworkAddress { NetworkAddress(bits: 0xffff_0000_0000 | UInt128(bits)) }

    /// Four or sixteen bytes in network order; nothing else is an address.
    init?(networkBytes bytes: some Collection<UInt8>) {
        let bits = bytes.reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
        switch bytes.count {
        case 4: self = .v4(UInt32(bits))
        case 16: self.init(bits: bits)
        default: return nil
        }
    }

    /// `192.0.2.1` or `2001:db8::1`.
    init?(_ text: some StringProtocol) {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, String(text), &bytes) == 1 {
            self.init(networkBytes: bytes.prefix(4))
        } else if inet_pton(AF_INET6, String(text), &bytes) == 1 {
            self.init(networkBytes: bytes)
        } else {
            return nil
        }
    }

    /// Whether it is a place on the public internet: globally reachable by the IANA special-purpose address registries
    /// (RFC 6890), and the same for an IPv4 address carried inside 6to4 (RFC 3056) or NAT64 (RFC 6052).
    var isPublic: Bool {
        if NetworkRange.v4.contains(self) { return !NetworkRange.specialV4.contains { $0.contains(self) } }
        if NetworkRange.nat64.contains(self) { return Self.v4(UInt32(truncatingIfNeeded: bits)).isPublic }
        if NetworkRange.sixToFour.contains(self) { return Self.v4(UInt32(truncatingIfNeeded: bits >> 80)).isPublic }
        return NetworkRange.globalV6.contains(self) && !NetworkRange.specialV6.contains { $0.contains(self) }
    }
}
