import Foundation
import Kernel
import Testing

@testable import Shell

/// Against a store that checks every signature for itself.
struct BucketStoreTests {
    private static let shared = Result { try Peer("store_peer.py") }
    let peer: Peer

    init() throws { peer = try Self.shared.get() }

    private func store(
        _ place: String = "s3://tenure-files/house", folder: String = "documents-\(UUID())", key: String = "tester",
        secret: String = "secret/of+tester", address: String? = nil
    ) throws -> BucketStore {
        let bucket = try #require(
            Bucket(place, at: address ?? peer.url(""), region: "cn-north-1", key: key, secret: secret))
        return try BucketStore(bucket, folder: folder, OutgoingHTTP(timeout: 5), now: World.real.now)
    }

    @Test(arguments: [1, 1_000, 3_000_000]) func keepsReadsAndRemoves(size: Int) async throws {
        let shelf = FileShelf(try store())
        let content = Data((0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7) })
        let hash = try await shelf.keep(content)
        #expect(try await shelf.keep(content) == hash)
        #expect(hash == FileShelf.hash(of: content))
        #expect(try await shelf.has(hash))
        #expect(try await shelf.content(hash) == content)
        try await shelf.remove(hash)
        #expect(try await !shelf.has(hash))
        await #expect(throws: FileShelfRefusal.gone) { try await shelf.content(hash) }
        // What is not there is not missed.
        try await shelf.remove(hash)
    }

    @Test func damageIsNoticed() async throws {
        let shelf = FileShelf(try store(folder: "damaged"))
        let hash = try await shelf.keep(Data("合同".utf8))
        let http = OutgoingHTTP(allowedNetworks: [try NetworkRange("127.0.0.0/8")])
        let path = "/damage/tenure-files/house/damaged/\(hash.prefix(2))/\(hash)"
        _ = try await http.send(.post(.init(type: "text/plain", bytes: []), to: OutgoingAddress(peer.url(path))))
        await #expect(throws: FileShelfRefusal.damaged) { try await shelf.content(hash) }
    }

    @Test func whatTheStoreRefusesIsSaidByItsCode() async throws {
        try await store().check()
        await #expect(throws: BucketRefusal.refused(status: 403, code: "SignatureDoesNotMatch")) {
            try await store(secret: "another").check()
        }
        await #expect(throws: BucketRefusal.refused(status: 403, code: "InvalidAccessKeyId")) {
            try await store(key: "nobody").check()
        }
        await #expect(throws: BucketRefusal.refused(status: 404, code: "NoSuchBucket")) {
            try await store("s3://another-bucket").check()
        }
    }

    @Test func aStoreThatIsAwayIsRefused() async throws {
        let shelf = FileShelf(try store(address: "http://127.0.0.1:1"))
        await #expect(throws: BucketRefusal.away(OutgoingRefusal.unreachable(host: "127.0.0.1").explanation)) {
            try await shelf.keep(Data("a".utf8))
        }
    }

    @Test(arguments: [
        ("s3://tenure-files", "tenure-files", ""), ("s3://tenure-files/", "tenure-files", ""),
        ("s3://tenure-files/a/b.c", "tenure-files", "a/b.c/"),
    ])
    func places(text: String, name: String, prefix: String) throws {
        let parts = try #require(Bucket.parts(of: text))
        #expect(parts.name == name && parts.prefix == prefix)
    }

    @Test(arguments: ["", "s3://", "s3:///a", "s3://ab", "s3://bucket/../x", "s3://bucket//x", "s3://bucket/文件", "/x"])
    func noPlaces(text: String) { #expect(Bucket.parts(of: text) == nil) }
}
