import Foundation

/// What of a data folder belongs into a backup beside the database. The keys do not: they are kept apart. Documents in
/// a bucket do not either: the store has copies of its own.
enum BackupPlaces {
    static let folders = ["analyses", "documents", "imports"]
    static let copy = "database.sqlite"
    static let content = "database.content"

    /// Every regular file of a folder, by its path below it, in order.
    static func files(of folder: String) -> [String] {
        guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
        var found: [String] = []
        while let path = walk.nextObject() as? String {
            if walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular { found.append(path) }
        }
        return found.sorted()
    }

    /// Copies a tree, readable by its owner only. A file that disappears meanwhile was removed by somebody and is left out.
    /// - Returns: the paths copied, below the target.
    static func copy(_ folders: [String], from source: String, to target: String) throws -> [String] {
        let manager = FileManager.default
        var copied: [String] = []
        for folder in folders {
            for path in files(of: source + "/" + folder) {
                let place = folder + "/" + path
                let parent = (target + "/" + place as NSString).deletingLastPathComponent
                try manager.createDirectory(
                    atPath: parent, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
                do {
                    try manager.copyItem(atPath: source + "/" + place, toPath: target + "/" + place)
                } catch {
                    if manager.fileExists(atPath: source + "/" + place) { throw error }
                    continue
                }
                try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target + "/" + place)
                copied.append(place)
            }
        }
        return copied
    }
}
