import Crypto
import Foundation
import Kernel

/// Files of one kind in a bucket, each under its hash. Path-style addresses, so that any compatible store serves.
package struct BucketStore: Sendable {
    private let bucket: Bucket
    private let folder: String
    private let http: OutgoingHTTP
    private let now: @Sendable () -> Instant

    /// Of one file, in bytes; far above every document's limit.
    private static let largest = 64 << 20
    /// The administrator of the machine names the store, so it may lie in a private network; unencrypted only there.
    private static let privateNetworks = [
        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "127.0.0.0/8", "fd00::/8", "::1",
    ]

    /// - Parameter http: the company's, with its trusted roots and its allowed networks.
    package init(
        _ bucket: Bucket, folder: String, _ http: OutgoingHTTP, now: @escaping @Sendable () -> Instant
    ) throws(OutgoingRefusal) {
        self.bucket = bucket
        self.folder = folder
        self.now = now
        var http = http
        for range in Self.privateNetworks { http.allowedNetworks.append(try NetworkRange(range)) }
        http.timeout = max(http.timeout, 60)
        http.maximumAnswer = Self.largest
        self.http = http
    }

    func keep(_ content: Data, as hash: String) async throws(BucketRefusal) {
        let answer = try await ask(.put, path(of: hash), Array(content))
        guard (200..<300).contains(answer.status) else { throw refusal(answer) }
    }

    func content(_ hash: String) async throws -> Data {
        let answer = try await ask(.get, path(of: hash))
        switch answer.status {
        case 200: return Data(answer.body)
        case 404 where Self.code(in: answer) != "NoSuchBucket": throw FileShelfRefusal.gone
        default: throw refusal(answer)
        }
    }

    func has(_ hash: String) async throws(BucketRefusal) -> Bool {
        let answer = try await ask(.head, path(of: hash))
        switch answer.status {
        case 200: return true
        case 404: return false
        default: throw refusal(answer)
        }
    }

    func remove(_ hash: String) async throws(BucketRefusal) {
        let answer = try await ask(.delete, path(of: hash))
        guard (200..<300).contains(answer.status) || answer.status == 404 else { throw refusal(answer) }
    }

    /// Asks for a file that is not there: the store is reached, knows the bucket and takes our signature.
    package func check() async throws(BucketRefusal) {
        let answer = try await ask(.get, path(of: String(repeating: "0", count: 64)))
        guard answer.status == 200 || answer.status == 404 && Self.code(in: answer) != "NoSuchBucket" else {
            throw refusal(answer)
        }
    }

    private func path(of hash: String) -> String {
        "/\(bucket.name)/\(bucket.prefix)\(folder)/\(hash.prefix(2))/\(hash)"
    }

    /// One signed request.
    private func ask(
        _ method: OutgoingRequest.Method, _ path: String, _ body: [UInt8]? = nil
    ) async throws(BucketRefusal) -> OutgoingAnswer {
        do throws(OutgoingRefusal) {
            let address = try OutgoingAddress(bucket.address + path)
            let usual = address.isEncrypted ? 443 : 80
            let host = address.port == usual ? address.host : "\(address.host):\(address.port)"
            let moment = BucketSignature.moment(now())
            let payload = Hexadecimal.text(of: SHA256.hash(data: body ?? []))
            let body = body.map { OutgoingRequest.Body(type: "application/octet-stream", bytes: $0) }
            var headers = [(name: "x-amz-content-sha256", value: payload), (name: "x-amz-date", value: moment)]
            let framing = [("host", host)] + (body.map { [("content-type", $0.type)] } ?? [])
            let signature = BucketSignature(key: bucket.key, secret: bucket.secret, region: bucket.region)
            headers.append(
                (
                    "Authorization",
                    signature.authorization(
                        .init(
                            method: method.rawValue, path: path, headers: headers + framing, payload: payload),
                        at: moment)
                ))
            return try await http.send(try OutgoingRequest(method, address, headers, body))
        } catch {
            throw .away(error.explanation)
        }
    }

    private func refusal(_ answer: OutgoingAnswer) -> BucketRefusal {
        .refused(status: answer.status, code: Self.code(in: answer))
    }

    /// The store's own word for what is wrong, such as `SignatureDoesNotMatch`.
    private static func code(in answer: OutgoingAnswer) -> String? {
        let text = String(decoding: answer.body.prefix(2_000), as: UTF8.self)
        guard let start = text.firstRange(of: "<Code>"), let end = text.firstRange(of: "</Code>"),
            start.upperBound <= end.lowerBound
        else { return nil }
        let code = text[start.upperBound..<end.lowerBound]
        return code.count <= 60 && code.allSatisfy { $0.isASCII && $0.isLetter } ? String(code) : nil
    }
}
