import Foundation

/// The open data sets beside the package; tests that need them run where they are.
enum OpenData {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../../shared/data/open").standardizedFileURL

    static func has(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: name).path)
    }

    static func path(_ name: String) -> String { folder.appending(path: name).path }
}
