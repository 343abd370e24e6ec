import Testing

@testable import Shell

@Suite struct NetworkTests {
    /// IANA special-purpose address registries; one address inside each block and its neighbours outside.
    @Test(arguments: [
        "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.0.1",
        "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.168.0.1", "198.18.0.1",
        "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "fe80::1", "fec0::1", "fc00::1", "fd12::1",
        "ff02::1", "100::1", "2001:db8::1", "2001::1", "2001:1ff::1", "3fff::1", "2002:7f00:1::", "2002:a00:1::1",
        "64:ff9b::127.0.0.1", "64:ff9b::a00:1", "64:ff9b:1::1", "5f00::1", "4000::1",
    ])
    func inside(_ text: String) throws {
        #expect(try !#require(NetworkAddress(text)).isPublic)
    }

    @Test(arguments: [
        "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
        "128.0.0.1", "169.253.0.1", "172.15.0.1", "172.32.0.1", "192.167.0.1", "192.169.0.1", "198.17.0.1",
        "198.20.0.1",
        "223.255.255.255", "::ffff:1.1.1.1", "2606:4700::1111", "2400:3200::1", "2002:101:101::1", "64:ff9b::1.1.1.1",
        "2001:200::1",
    ])
    func outside(_ text: String) throws {
        #expect(try #require(NetworkAddress(text)).isPublic)
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.9.8.7", true), ("10.0.0.0/8", "11.0.0.1", false), ("192.168.1.20", "192.168.1.20", true),
        ("192.168.1.20", "192.168.1.21", false), ("0.0.0.0/0", "1.2.3.4", true), ("0.0.0.0/0", "::1", false),
        ("fd00::/8", "fd12::1", true), ("fd00::/8", "fc00::1", false), ("::1", "::1", true),
        ("127.0.0.0/8", "::ffff:127.0.0.1", true), ("10.1.2.3/8", "10.200.0.1", true),
        ("192.168.1.128/25", "192.168.1.127", false), ("192.168.1.128/25", "192.168.1.255", true),
        ("::/0", "::1", true),
    ])
    func ranges(range: String, address: String, holds: Bool) throws {
        #expect(try NetworkRange(range).contains(#require(NetworkAddress(address))) == holds)
    }

    @Test(arguments: [
        "", "/", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0/8", "::/129", "a", "10.0.0.0/8/8", "1/8",
    ])
    func notRanges(_ text: String) {
        #expect(throws: OutgoingRefusal.unreadableRange(text)) { try NetworkRange(text) }
    }

    @Test(arguments: [
        ("https://example.com/a?b=c", "example.com", 443), ("HTTP://Example.COM:8080", "example.com", 8080),
        ("https://[2606:4700::1111]/", "[2606:4700::1111]", 443), ("https://2130706433/", "127.0.0.1", 443),
        ("https:///example.com/", "example.com", 443),
    ])
    func urls(text: String, host: String, port: Int) throws {
        let address = try OutgoingAddress(text)
        #expect((address.host, address.port) == (host, port))
    }

    @Test(arguments: [
        "", "example.com", "file:///etc/passwd", "gopher://example.com/", "ftp://example.com/", "smtp://example.com/",
        "https://", "https://exa mple.com/", "https://a/\r\nX: y", "https://a/\0", "//example.com",
        "https://a:99999/",
        "javascript:alert(1)", "dict://a/",
    ])
    func notUrls(_ text: String) {
        #expect(throws: OutgoingRefusal.unreadableAddress) { try OutgoingAddress(text) }
    }

    @Test func noCredentialsInUrls() {
        #expect(throws: OutgoingRefusal.credentialsInAddress) { try OutgoingAddress("https://u:p@example.com/") }
        #expect(throws: OutgoingRefusal.credentialsInAddress) { try OutgoingAddress("https://a@example.com/") }
    }

    @Test(
        arguments: [
            ("https://example.com", "1.1.1.1", nil),
            ("http://example.com", "1.1.1.1", .notEncrypted(host: "example.com")),
            ("https://example.com", "10.0.0.1", .privateNetwork(host: "example.com")),
            ("http://example.com", "10.7.0.1", nil), ("https://example.com", "10.7.0.1", nil),
            ("https://example.com", "::ffff:169.254.169.254", .privateNetwork(host: "example.com")),
        ] as [(String, String, OutgoingRefusal?)])
    func judgement(url: String, address: String, refusal: OutgoingRefusal?) throws {
        let http = OutgoingHTTP(allowedNetworks: [try NetworkRange("10.7.0.0/16")])
        let peer = try #require(NetworkAddress(address))
        #expect(try http.refusal(of: OutgoingAddress(url), at: peer) == refusal)
    }
}
