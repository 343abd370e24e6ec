import CCurl

/// Where a request goes. Read by libcurl's own parser, so that what is judged here is what is connected to.
package struct OutgoingAddress: Hashable, Sendable {
    /// As libcurl writes it: normalised, complete.
    package let text: String
    package let scheme: String
    package let host: String
    package let port: Int

    /// `https://host/path?query` or `http://…`; no user, no password, no blanks.
    package init(_ text: String) throws(OutgoingRefusal) {
        guard let parts = curl_url() else { throw .unreadableAddress }
        defer { curl_url_cleanup(parts) }
        guard !text.utf8.contains(0), curl_url_set(parts, CURLUPART_URL, text, 0) == CURLUE_OK,
            let whole = Self.part(CURLUPART_URL, of: parts), let scheme = Self.part(CURLUPART_SCHEME, of: parts),
            let host = Self.part(CURLUPART_HOST, of: parts), !host.isEmpty,
            let port = Self.part(CURLUPART_PORT, of: parts, UInt32(CURLU_DEFAULT_PORT)).flatMap({ Int($0) })
        else { throw .unreadableAddress }
        guard ["http", "https"].contains(scheme.lowercased()) else { throw .unreadableAddress }
        guard Self.part(CURLUPART_USER, of: parts) == nil, Self.part(CURLUPART_PASSWORD, of: parts) == nil else {
            throw .credentialsInAddress
        }
        self.text = whole
        self.scheme = scheme.lowercased()
        self.host = host.lowercased()
        self.port = port
    }

    private static func part(_ part: CURLUPart, of url: OpaquePointer, _ flags: UInt32 = 0) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(url, part, &text, flags) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }

    var isEncrypted: Bool { scheme == "https" }

    /// Whether an answer may lead on to `next`: the same place, or the same host with encryption added.
    func mayLead(to next: OutgoingAddress) -> Bool {
        guard next.host == host else { return false }
        return next.scheme == scheme && next.port == port || !isEncrypted && next.isEncrypted
    }
}
