import Foundation
import Kernel
import Testing

@testable import Shell

/// The worked examples of Amazon's public documentation.
struct BucketSignatureTests {
    private static let nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    private static let welcome = FileShelf.hash(of: Data("Welcome to Amazon S3.".utf8))
    private static let moment = "20130524T000000Z"

    struct Example: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let method: String
        let path: String
        var query: [(name: String, value: String)] = []
        var headers: [(name: String, value: String)] = []
        var payload = BucketSignatureTests.nothing
        let signature: String
    }

    /// Source: Amazon S3 API Reference, “Signature Calculations for the Authorization Header: Transferring Payload in a
    /// Single Chunk”, four examples.
    static let examples = [
        Example(
            testDescription: "GET object", method: "GET", path: "/test.txt", headers: [("Range", "bytes=0-9")],
            signature: "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"),
        Example(
            testDescription: "PUT object", method: "PUT", path: "/test$file.text",
            headers: [("Date", "Fri, 24 May 2013 00:00:00 GMT"), ("x-amz-storage-class", "REDUCED_REDUNDANCY")],
            payload: welcome, signature: "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"),
        Example(
            testDescription: "GET bucket lifecycle", method: "GET", path: "/", query: [("lifecycle", "")],
            signature: "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"),
        Example(
            testDescription: "list objects", method: "GET", path: "/", query: [("prefix", "J"), ("max-keys", "2")],
            signature: "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"),
    ]

    @Test(arguments: examples) func signs(example: Example) {
        let signature = BucketSignature(
            key: "AKIAIOSFODNN7EXAMPLE", secret: Redacted("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
            region: "us-east-1")
        let headers =
            example.headers + [
                ("Host", "examplebucket.s3.amazonaws.com"), ("x-amz-content-sha256", example.payload),
                ("x-amz-date", Self.moment),
            ]
        let text = signature.authorization(
            .init(
                method: example.method, path: example.path, query: example.query, headers: headers,
                payload: example.payload), at: Self.moment)
        #expect(text.hasSuffix("Signature=\(example.signature)"))
        #expect(text.contains("Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"))
    }

    /// Source: AWS General Reference, “Deriving the signing key”, example.
    @Test func derivesTheKey() {
        let key = BucketSignature.signingKey(
            "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", day: "20120215", region: "us-east-1", service: "iam")
        #expect(
            Hexadecimal.text(of: key) == "f4780e2d9f65fa895f9c67b32ce1baf0b0d8a43505a000a1a9e090d414db404d")
    }
}
