import Crypto
import Foundation
import Kernel

/// Files of one kind, kept by what is in them: the name is the SHA-256 of the bytes, so a file added twice lies there
/// once, and what was changed or cut is noticed when it is read.
package struct FileShelf: Sendable {
    private enum Store: Sendable {
        case folder(FolderStore)
        case bucket(BucketStore)
    }

    private let store: Store

    /// Where the configuration says: under the data folder, or in a bucket elsewhere.
    /// - Parameter name: of the folder.
    package init(_ house: House, _ name: String) throws {
        if let bucket = house.fileCare.bucket {
            store = .bucket(try BucketStore(bucket, folder: name, house.settings.http, now: house.world.now))
        } else {
            store = .folder(try FolderStore(house, name))
        }
    }

    init(_ bucket: BucketStore) { store = .bucket(bucket) }

    /// What names the bytes, in hexadecimal.
    package static func hash(of content: Data) -> String { Hexadecimal.text(of: SHA256.hash(data: content)) }

    /// Keeps bytes; returns their name when they are where they will stay.
    /// - Throws: ``BucketRefusal`` when the store is away.
    @discardableResult
    package func keep(_ content: Data) async throws -> String {
        switch store {
        case .folder(let folder):
            return try folder.keep(content)
        case .bucket(let bucket):
            let hash = Self.hash(of: content)
            if try await !bucket.has(hash) { try await bucket.keep(content, as: hash) }
            return hash
        }
    }

    /// - Throws: ``FileShelfRefusal``, ``BucketRefusal``.
    package func content(_ hash: String) async throws -> Data {
        let content =
            switch store {
            case .folder(let folder): try folder.content(hash)
            case .bucket(let bucket): try await bucket.content(hash)
            }
        guard Self.hash(of: content) == hash else { throw FileShelfRefusal.damaged }
        return content
    }

    package func has(_ hash: String) async throws -> Bool {
        switch store {
        case .folder(let folder): folder.has(hash)
        case .bucket(let bucket): try await bucket.has(hash)
        }
    }

    /// - Throws: ``BucketRefusal`` when the store is away: the bytes are still there.
    package func remove(_ hash: String) async throws {
        switch store {
        case .folder(let folder): folder.remove(hash)
        case .bucket(let bucket): try await bucket.remove(hash)
        }
    }
}
