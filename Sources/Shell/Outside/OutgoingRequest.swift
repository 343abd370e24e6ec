/// What is asked of another server.
package struct OutgoingRequest: Sendable {
    package enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case head = "HEAD"
        case delete = "DELETE"
    }

    /// Bytes and the media type that says how to read them.
    package struct Body: Sendable {
        package let type: String
        package let bytes: [UInt8]

        package init(type: String, bytes: [UInt8]) {
            self.type = type
            self.bytes = bytes
        }
    }

    package let method: Method
    package let address: OutgoingAddress
    package let headers: [(name: String, value: String)]
    package let body: Body?

    /// - Throws: `unusableHeader` for names that are no tokens, values with line breaks, and the headers that frame the
    ///   message itself, which the transport writes.
    package static func get(
        _ address: OutgoingAddress, headers: [(name: String, value: String)] = []
    ) throws(OutgoingRefusal) -> OutgoingRequest {
        try OutgoingRequest(.get, address, headers, nil)
    }

    /// - Throws: as `get`.
    package static func post(
        _ body: Body, to address: OutgoingAddress, headers: [(name: String, value: String)] = []
    ) throws(OutgoingRefusal) -> OutgoingRequest {
        try OutgoingRequest(.post, address, headers, body)
    }

    /// - Throws: as `get`.
    package init(
        _ method: Method, _ address: OutgoingAddress, _ headers: [(name: String, value: String)], _ body: Body? = nil
    ) throws(OutgoingRefusal) {
        let type = body.map { [(name: "Content-Type", value: $0.type)] } ?? []
        for (name, value) in headers + type where !Self.isSafe(value) || !Self.isToken(name) {
            throw .unusableHeader(name.filter { $0.isASCII && !$0.isNewline })
        }
        let framing: Set = ["host", "content-length", "content-type", "transfer-encoding", "connection", "expect"]
        if let framed = headers.first(where: { framing.contains($0.name.lowercased()) }) {
            throw .unusableHeader(framed.name)
        }
        self.method = method
        self.address = address
        self.headers = headers
        self.body = body
    }

    /// RFC 9110 § 5.6.2.
    private static func isToken(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "A")...UInt8(ascii: "Z"):
                    true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }

    /// Visible characters, blanks and tabs.
    private static func isSafe(_ value: String) -> Bool {
        value.utf8.allSatisfy { $0 == 9 || $0 >= 32 && $0 != 127 }
    }
}
