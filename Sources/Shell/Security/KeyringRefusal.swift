import Kernel

/// Why the key file cannot be used. No case carries anything of its content.
package enum KeyringRefusal: Refusal, Hashable {
    /// The database holds sealed values, so a new key would leave them unreadable for ever.
    case missing(path: String)
    case readableByOthers(path: String, mode: String)
    case ownedByAnother(path: String)
    case notAFile(path: String)
    case malformed(path: String, line: Int)
    case empty(path: String)
    case unreadable(path: String, reason: String)
    case unwritable(path: String, reason: String)
    case lastKey
    case unknownKey(Keyring.KeyID)

    package var explanation: Phrase {
        switch self {
        case .missing(let path):
            Phrase(
                zh: "找不到密钥文件 \(path)，而数据库中已有加密数据。请从备份中恢复该文件；新建密钥将无法解密原有数据。",
                en:
                    "The key file \(path) is missing, and the database holds sealed values. Restore the file from its backup; a new key could not open them."
            )
        case .readableByOthers(let path, let mode):
            Phrase(
                zh: "密钥文件 \(path) 的权限为 \(mode)，其他用户可以访问。请执行 chmod 600，并考虑更换密钥。",
                en:
                    "The key file \(path) has mode \(mode), so other users can reach it. Run chmod 600 on it and consider changing the keys."
            )
        case .ownedByAnother(let path):
            Phrase(
                zh: "密钥文件 \(path) 属于其他用户。请用 chown 改为运行本服务的用户。",
                en: "The key file \(path) belongs to another user. Give it to the user that runs the server with chown."
            )
        case .notAFile(let path):
            Phrase(
                zh: "\(path) 不是普通文件。请指定密钥文件的路径。",
                en: "\(path) is not a regular file. Name the path of the key file.")
        case .malformed(let path, let line):
            Phrase(
                zh: "密钥文件 \(path) 第 \(line) 行无法识别。请从备份中恢复该文件。",
                en: "Line \(line) of the key file \(path) cannot be read. Restore the file from its backup.")
        case .empty(let path):
            Phrase(
                zh: "密钥文件 \(path) 中没有密钥。请从备份中恢复该文件。",
                en: "The key file \(path) holds no key. Restore it from its backup.")
        case .unreadable(let path, let reason):
            Phrase(
                zh: "无法读取密钥文件 \(path)（\(reason)）。请检查路径和权限。",
                en: "The key file \(path) cannot be read (\(reason)). Check the path and its permissions.")
        case .unwritable(let path, let reason):
            Phrase(
                zh: "无法写入密钥文件 \(path)（\(reason)）。请检查所在文件夹是否存在、是否可写。",
                en:
                    "The key file \(path) cannot be written (\(reason)). Check that its folder exists and can be written."
            )
        case .lastKey:
            Phrase(
                zh: "正在使用的密钥不能删除。请先添加新密钥，并用新密钥重新加密全部数据。",
                en: "The key in use cannot be removed. Add a new one and seal all values anew first.")
        case .unknownKey(let id):
            Phrase(
                zh: "密钥文件中没有 \(id) 号密钥。请核对编号。",
                en: "The key file has no key \(id). Check the number.")
        }
    }
}
