/// A place of this application somebody wants to come back to. What leads elsewhere is none.
struct OwnPath: Sendable {
    let text: String

    /// Nil for anything but a path of this server in plain ASCII: other hosts, schemes, line ends, backslashes.
    init?(_ text: String?) {
        guard let text, text.utf8.count <= 2_000, text.hasPrefix("/"), !text.hasPrefix("//"),
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") })
        else { return nil }
        let path = text.prefix { $0 != "?" && $0 != "#" }
        guard !["/sign-in", "/sign-out"].contains(where: { path == $0 || path.hasPrefix($0 + "/") }) else { return nil }
        self.text = text
    }
}
