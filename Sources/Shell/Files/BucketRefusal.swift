import Kernel

/// Why the store of documents did not do what was asked. Holds no key and no name of a file.
package enum BucketRefusal: Refusal, Hashable {
    /// It gave no answer; why.
    case away(Phrase)
    /// It answered no.
    case refused(status: Int, code: String?)

    package var explanation: Phrase {
        switch self {
        case .away(let why):
            Phrase(
                zh: "文件存储暂时无法使用，文件没有保存或读取。\(why.zh)",
                en: "The document store cannot be used now, so no file was kept or read. \(why.en)")
        case .refused(let status, let code):
            Phrase(
                zh: "文件存储拒绝了请求（\(words(status, code))），文件没有保存或读取。请管理员运行 tenure doctor，"
                    + "并检查 document_store 的各项配置。",
                en: "The document store refused (\(words(status, code))); no file was kept or read. An administrator "
                    + "runs tenure doctor and checks the document_store keys.")
        }
    }

    private func words(_ status: Int, _ code: String?) -> String {
        ["HTTP \(status)", code].compactMap(\.self).joined(separator: " ")
    }
}
