import Foundation

/// What counts as one address for the lock-out: an IPv4 address, or the /64 of an IPv6 address, of which one customer of
/// a provider has 2^64.
package enum NetworkName {
    /// `198.51.100.7`, `2001:db8::/64`; text that is no address stands for itself, cut to 64 bytes.
    package static func of(_ address: String) -> String {
        var four = in_addr()
        if inet_pton(AF_INET, address, &four) == 1 { return address }
        var six = in6_addr()
        let plain = address.prefix { $0 != "%" }
        guard inet_pton(AF_INET6, String(plain), &six) == 1 else {
            return String(decoding: address.utf8.prefix(64), as: UTF8.self)
        }
        let bytes = withUnsafeBytes(of: &six) { Array($0) }
        if bytes.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF] {
            return bytes.suffix(4).map { String($0) }.joined(separator: ".")
        }
        let groups = stride(from: 0, to: 8, by: 2).map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }
        return groups.joined(separator: ":") + "::/64"
    }
}
