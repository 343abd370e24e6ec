import Kernel

/// Why a file that was kept cannot be given.
package enum FileShelfRefusal: Refusal, Hashable {
    case gone
    case damaged

    package var explanation: Phrase {
        switch self {
        case .gone:
            Phrase(
                zh: "服务器上找不到这个文件。请联系管理员从备份恢复，或重新上传。",
                en: "The file is not on the server any more. Ask an administrator to restore it, or upload it again.")
        case .damaged:
            Phrase(
                zh: "文件内容与上传时不一致，可能已损坏。请联系管理员从备份恢复，或重新上传。",
                en: "The file is not what was uploaded. Ask an administrator to restore it, or upload it again.")
        }
    }
}
