import Foundation

/// A folder that goes away with the test.
final class TemporaryFolder: Sendable {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("tenure-tests-\(UUID().uuidString)").path

    var analyses: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: path + "/analyses")) ?? []
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
