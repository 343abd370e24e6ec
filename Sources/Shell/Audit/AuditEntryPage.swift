import Kernel
import Markup

/// One entry with what it changed.
struct AuditEntryPage: PageModel {
    struct Change: Codable, Sendable {
        let name: Phrase
        let before: String?
        let after: String?
        /// The viewer's grant does not show fields of this class.
        let isHidden: Bool
    }

    let number: Int64
    let when: String
    let actor: String
    let address: String
    let action: Phrase
    let record: Phrase
    let recordID: Int64?
    let path: String?
    let reason: String?
    let changes: [Change]

    var title: Phrase { action }
    var trail: [Crumb] { [AuditPage.crumb] }

    func content(_ view: PageView) -> HTML {
        HTML {
            KeyValueList([
                .init(Phrase(zh: "序号", en: "Number"), .text(String(number))),
                .init(Phrase(zh: "时间", en: "When"), .text(when)),
                .init(Phrase(zh: "操作人", en: "By"), .text(actor)),
                .init(
                    Phrase(zh: "来源地址", en: "From"), address.isEmpty ? nil : address,
                    unknown: Phrase(zh: "由系统执行", en: "done by the program")),
                .init(
                    Phrase(zh: "记录", en: "Record"),
                    .known(
                        HTML {
                            if let path { a(.href(URLText(path))) { recordName } } else { recordName }
                        })),
                .init(
                    Phrase(zh: "原因", en: "Reason"), reason, unknown: Phrase(zh: "未要求填写", en: "was not asked for")),
            ])
            if !changes.isEmpty {
                Diff(
                    changes.map { change in
                        change.isHidden
                            ? Diff.Change(change.name, before: HTML { Self.hidden }, after: HTML { Self.hidden })
                            : Diff.Change(change.name, change.before, change.after)
                    })
            }
        }
    }

    private var recordName: Phrase {
        Phrase(
            zh: record.zh + (recordID.map { " \($0)" } ?? ""), en: record.en + (recordID.map { " \($0)" } ?? ""))
    }

    private static let hidden = Phrase(zh: "（无权查看）", en: "(not yours to see)")
}
