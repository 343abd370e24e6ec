import Foundation
import Hummingbird
import NIOCore

/// A request body written to a temporary file as it arrives, so that its size does not weigh on memory.
package struct ReceivedBody {
    package enum Problem: Error { case tooLarge }

    private let file: URL

    package init(_ body: RequestBody, limit: Int) async throws {
        file = FileManager.default.temporaryDirectory.appendingPathComponent("tenure-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600])
        do {
            let handle = try FileHandle(forWritingTo: file)
            defer { try? handle.close() }
            var count = 0
            for try await buffer in body {
                count += buffer.readableBytes
                guard count <= limit + (1 << 16) else { throw Problem.tooLarge }
                try handle.write(contentsOf: buffer.readableBytesView)
            }
        } catch {
            remove()
            throw error
        }
    }

    package func content() throws -> Data { try Data(contentsOf: file, options: .mappedIfSafe) }

    package func remove() { try? FileManager.default.removeItem(at: file) }
}
