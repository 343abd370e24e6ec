import Kernel

/// Why a file did not come in.
package enum FileScanRefusal: Refusal, Hashable {
    /// The scanner found something.
    case refused(String)
    /// The scanner did not say.
    case notScanned(String)

    package var explanation: Phrase {
        switch self {
        case .refused(let name):
            Phrase(
                zh: "病毒扫描未通过：“\(name)”没有保存。请检查该文件，确认安全后重新上传。",
                en: "The virus scan refused “\(name)”; it was not kept. Check the file and upload a clean one.")
        case .notScanned(let name):
            Phrase(
                zh: "无法对“\(name)”进行病毒扫描，因此没有保存。请稍后重试；如反复出现，请联系管理员。",
                en: "“\(name)” could not be scanned for viruses, so it was not kept. Try again later; "
                    + "if it keeps failing, tell the administrator.")
        }
    }
}
