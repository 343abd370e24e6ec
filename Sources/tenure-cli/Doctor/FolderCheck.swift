import Foundation
import Kernel
import Tenure

/// The data folder: there, ours, closed to others, with room left.
enum FolderCheck {
    private static let subject = Phrase(zh: "数据文件夹", en: "Data folder")
    private static let disk = Phrase(zh: "磁盘空间", en: "Disk")

    static func look(_ settings: Server.Settings) -> [Finding] {
        let path = settings.dataFolder
        guard let facts = try? FileManager.default.attributesOfItem(atPath: path) else {
            return [
                .warning(
                    subject,
                    Phrase(zh: "\(path) 还不存在；首次启动时建立", en: "\(path) does not exist yet; the first start makes it"))
            ]
        }
        guard facts[.type] as? FileAttributeType == .typeDirectory, access(path, W_OK | X_OK) == 0 else {
            return [.bad(subject, ServerRefusal.folderNotWritable(path: path).explanation)]
        }
        var findings: [Finding] = []
        let mode = (facts[.posixPermissions] as? NSNumber)?.intValue ?? 0
        let server = FolderLock.server(of: path)
        if mode & 0o007 != 0 {
            findings.append(
                .warning(
                    subject,
                    Phrase(
                        zh: "\(path) 可被其他用户访问（权限 \(String(mode, radix: 8))）。请执行 chmod 700 \(path)",
                        en: "others can enter \(path) (mode \(String(mode, radix: 8))). Run chmod 700 \(path)")))
        } else if let server {
            findings.append(
                .good(
                    subject,
                    Phrase(zh: "\(path)，服务器正在运行（进程 \(server)）", en: "\(path); a server runs (process \(server))")))
        } else {
            findings.append(.good(subject, Phrase(zh: "\(path)，没有服务器在运行", en: "\(path); no server runs")))
        }
        return findings + [space(path)]
    }

    /// A backup and an upgrade each need as much room as the database itself.
    private static func space(_ path: String) -> Finding {
        let system = try? FileManager.default.attributesOfFileSystem(forPath: path)
        guard let free = (system?[.systemFreeSize] as? NSNumber)?.int64Value else {
            return .warning(disk, Phrase(zh: "无法得知剩余空间", en: "the room left cannot be told"))
        }
        let file = try? FileManager.default.attributesOfItem(atPath: path + "/" + ServerDatabase.fileName)
        let size = (file?[.size] as? NSNumber)?.int64Value ?? 0
        let wanted = max(1 << 30, 2 * size)
        let (has, needs) = (free / 1_048_576, wanted / 1_048_576)
        guard free >= wanted else {
            let words = Phrase(
                zh: "只剩 \(has) MB，建议至少 \(needs) MB。请清理磁盘或扩容",
                en: "\(has) MB left; \(needs) MB are wanted. Make room or add some")
            return free < 64 << 20 ? .bad(disk, words) : .warning(disk, words)
        }
        return .good(disk, Phrase(zh: "剩余 \(has) MB", en: "\(has) MB left"))
    }
}
