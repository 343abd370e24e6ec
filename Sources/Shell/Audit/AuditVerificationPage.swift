import Kernel
import Markup

/// Whether the chain holds, and the mark to note down.
struct AuditVerificationPage: PageModel {
    let verification: AuditVerification
    let mark: String

    var title: Phrase { Phrase(zh: "校验审计日志", en: "Verify the audit log") }
    var trail: [Crumb] { [AuditPage.crumb] }

    func content(_ view: PageView) -> HTML {
        HTML {
            if let fault = verification.fault {
                Notice(.bad) { p { fault.words } }
            } else {
                Notice(.good) {
                    p {
                        Phrase(
                            zh: "共 \(verification.entries) 条记录，前后衔接，未发现改动。",
                            en: "\(verification.entries) entries follow each other; nothing was altered.")
                    }
                }
            }
            if let head = verification.head {
                KeyValueList([.init(Phrase(zh: "当前校验码", en: "Mark"), .text(head.description))])
            }
            p {
                Phrase(
                    zh: "请把校验码抄录到系统以外的地方。以后填入下面再次校验，即使整个日志被重写也能发现。",
                    en:
                        "Note the mark down somewhere else. Entered below later, it reveals even a log rewritten as a whole."
                )
            }
            form(.method(.get), .action("/audit/verification"), .class("stack")) {
                Field(
                    id: "mark", label: Phrase(zh: "以前抄录的校验码", en: "A mark noted down earlier"), control: .text(mark))
                div(.class("actions")) {
                    button(.type("submit"), .class("primary")) { Phrase(zh: "校验", en: "Verify") }
                }
            }
        }
    }
}
