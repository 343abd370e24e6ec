import Kernel

/// Why a sealed value cannot be opened. Says nothing of the value.
package enum SealRefusal: Refusal, Hashable {
    /// Changed, cut, moved to another record or sealed under other keys.
    case damaged(column: String)
    case unknownKey(Keyring.KeyID, column: String)

    package var explanation: Phrase {
        switch self {
        case .damaged(let column):
            Phrase(
                zh: "“\(column)”中的加密数据无法解密：内容已被改动，或不属于这条记录。请从备份恢复该记录。",
                en:
                    "A sealed value of “\(column)” cannot be opened: it was changed or belongs to another record. Restore the record from a backup."
            )
        case .unknownKey(let id, let column):
            Phrase(
                zh: "“\(column)”中的数据由 \(id) 号密钥加密，但密钥文件中没有该密钥。请找回包含它的密钥文件备份。",
                en:
                    "A value of “\(column)” is sealed with key \(id), which the key file does not hold. Find the backup of the key file that has it."
            )
        }
    }
}
