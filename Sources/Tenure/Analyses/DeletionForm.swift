import Kernel
import Markup
import Shell

/// Removes a sheet and everything made from it, after saying what will be lost.
struct DeletionForm: Part {
    let id: String
    let view: PageView

    var html: HTML {
        details(.class("more", "deletion")) {
            summary { Phrase(zh: "删除这份表格和结果", en: "Delete this sheet and its results") }
            form(.action(URLText("/analyses/\(id)/deletion")), .method(.post)) {
                view.formMark
                p {
                    Phrase(
                        zh: "将从这台机器上删除上传的表格、报告和名单，无法恢复。",
                        en:
                            "Removes the uploaded sheet, the report and the list from this machine. This cannot be undone."
                    )
                }
                button(.type("submit"), .class("destructive")) { Phrase(zh: "删除全部", en: "Delete everything") }
            }
        }
    }
}
