import Crypto
import Foundation
import Kernel

/// Signs requests as S3 wants it: AWS Signature Version 4, in the Authorization header, with the payload in one piece.
///
/// Source: Amazon Simple Storage Service API Reference, “Signature Calculations for the Authorization Header”.
struct BucketSignature: Sendable {
    let key: String
    let secret: Redacted<String>
    let region: String

    /// What the signature covers.
    struct Subject {
        var method: String
        /// As it stands in the address, without the query; not yet percent-encoded.
        var path: String
        var query: [(name: String, value: String)] = []
        /// All that are signed, `host` and `x-amz-date` among them.
        var headers: [(name: String, value: String)]
        /// SHA-256 of the body, in hexadecimal.
        var payload: String
    }

    /// The value of `Authorization`.
    /// - Parameter moment: `20130524T000000Z`, as in `x-amz-date`.
    func authorization(_ subject: Subject, at moment: String) -> String {
        let day = String(moment.prefix(8))
        let scope = "\(day)/\(region)/s3/aws4_request"
        let text = "AWS4-HMAC-SHA256\n\(moment)\n\(scope)\n" + Self.hash(Self.canonical(subject))
        let signature = Hexadecimal.text(
            of: Self.code(text, Self.signingKey(secret.value, day: day, region: region, service: "s3")))
        return "AWS4-HMAC-SHA256 Credential=\(key)/\(scope), SignedHeaders=\(Self.signed(subject)), "
            + "Signature=\(signature)"
    }

    /// The request as both sides write it down.
    static func canonical(_ subject: Subject) -> String {
        let query = subject.query.map { (encoded($0.name), encoded($0.value)) }.sorted { $0 < $1 }
        let headers = subject.headers.map { ($0.name.lowercased(), $0.value.trimmingCharacters(in: .whitespaces)) }
            .sorted { $0.0 < $1.0 }
        return [
            subject.method, encoded(subject.path, but: "/"), query.map { "\($0)=\($1)" }.joined(separator: "&"),
            headers.map { "\($0):\($1)\n" }.joined(), signed(subject), subject.payload,
        ].joined(separator: "\n")
    }

    static func signingKey(_ secret: String, day: String, region: String, service: String) -> Data {
        var key = Data("AWS4\(secret)".utf8)
        for part in [day, region, service, "aws4_request"] { key = code(part, key) }
        return key
    }

    /// `20130524T000000Z`
    static func moment(_ instant: Instant) -> String {
        let seconds = instant.timeOfDay(in: .gmt) / 1_000
        let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { ($0 < 10 ? "0" : "") + String($0) }
        return instant.day(in: .gmt).iso.filter { $0 != "-" } + "T" + clock.joined() + "Z"
    }

    /// RFC 3986 § 2.3.
    static let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)

    private static func signed(_ subject: Subject) -> String {
        subject.headers.map { $0.name.lowercased() }.sorted().joined(separator: ";")
    }

    private static func encoded(_ text: String, but kept: String = "") -> String {
        let kept = unreserved.union(kept.utf8)
        return text.utf8.map { byte in
            kept.contains(byte)
                ? String(UnicodeScalar(byte)) : "%" + Hexadecimal.text(of: CollectionOfOne(byte)).uppercased()
        }.joined()
    }

    private static func hash(_ text: String) -> String { Hexadecimal.text(of: SHA256.hash(data: Data(text.utf8))) }

    private static func code(_ text: String, _ key: Data) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: SymmetricKey(data: key)))
    }
}
