extension TOTP {
    /// The secret for typing it by hand: Base32 in groups of four.
    package var secretText: String {
        let text = Array(Base32.text(secret))
        return stride(from: 0, to: text.count, by: 4).map { String(text[$0..<min($0 + 4, text.count)]) }
            .joined(separator: " ")
    }

    /// The address an authenticator app reads from the QR code (`otpauth://totp/…`, the Key Uri Format).
    /// - Parameters:
    ///   - issuer: who asks for the code: the company's name for this server.
    ///   - account: whose code it is.
    package func uri(issuer: String, account: String) -> String {
        // The colon parts issuer and account, so neither may bring its own.
        let (issuer, account) = (Self.escaped(issuer), Self.escaped(account))
        return "otpauth://totp/\(issuer):\(account)?secret=\(Base32.text(secret))&issuer=\(issuer)"
            + "&algorithm=SHA1&digits=6&period=\(Self.period)"
    }

    /// Percent-encoded but for the unreserved characters of RFC 3986, section 2.3.
    private static func escaped(_ text: String) -> String {
        let hex = Array("0123456789ABCDEF")
        return text.utf8.reduce(into: "") { result, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                result += "%" + String(hex[Int(byte >> 4)]) + String(hex[Int(byte & 15)])
            }
        }
    }
}
