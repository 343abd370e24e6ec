import Kernel

/// Why a signed value is not taken.
package enum SignatureRefusal: Refusal, Hashable, CaseIterable {
    case expired
    /// Not written by this server, changed, or meant for another session or use; which of them is nobody's business.
    case forged

    package var explanation: Phrase {
        switch self {
        case .expired:
            Phrase(
                zh: "页面停留时间过长，已失效。请刷新页面后重新提交。",
                en: "The page was open for too long and is no longer valid. Reload it and submit again.")
        case .forged:
            Phrase(
                zh: "无法确认请求来自本系统的页面。请返回原页面，刷新后重新提交。",
                en: "The request could not be traced to a page of this system. Go back, reload and submit again.")
        }
    }
}
