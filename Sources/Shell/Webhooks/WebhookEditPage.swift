import Kernel
import Markup

/// The form of a receiver.
struct WebhookEditPage: PageModel {
    /// Nil for a new one.
    let endpoint: WebhookRow?
    let offered: [WebhookEvent]
    let form: FormState

    init(_ endpoint: WebhookRow?, _ offered: [WebhookEvent], _ typed: FormState?) {
        self.endpoint = endpoint
        self.offered = offered
        if let typed {
            form = typed
        } else {
            var fresh = FormState(["name": endpoint?.name ?? "", "address": endpoint?.address ?? ""])
            fresh.values["takes_all"] = endpoint?.takesAll == true ? ["yes"] : []
            fresh.values["events"] = endpoint?.events ?? []
            form = fresh
        }
    }

    var title: Phrase {
        endpoint == nil ? WebhooksPage.new : Phrase(zh: "修改接收方", en: "Change the receiver")
    }

    var trail: [Crumb] {
        [WebhooksPage.crumb]
            + (endpoint.map { [Crumb(Phrase(verbatim: $0.name), "/webhooks/\($0.id)")] } ?? [])
    }

    func content(_ view: PageView) -> HTML {
        Markup.form(.method(.post), .action(URLText(view.path)), .class("stack")) {
            view.formMark
            form.problemList
            for field in [WebhookForm.name, WebhookForm.address, WebhookForm.takesAll, WebhookForm.events(offered)] {
                form.part(field)
            }
            div(.class("actions")) {
                button(.type("submit"), .class("primary")) { Phrase(zh: "保存", en: "Save") }
                a(.href(URLText(endpoint.map { "/webhooks/\($0.id)" } ?? "/webhooks"))) {
                    Phrase(zh: "取消", en: "Cancel")
                }
            }
        }
    }
}

/// The secret of a receiver, shown this once.
struct WebhookSecretPage: PageModel {
    let id: ID<WebhookEndpoint>
    let name: String
    let secret: String

    var title: Phrase { Phrase(zh: "签名密钥", en: "Signing secret") }
    var trail: [Crumb] { [WebhooksPage.crumb, Crumb(Phrase(verbatim: name), "/webhooks/\(id)")] }

    func content(_ view: PageView) -> HTML {
        HTML {
            Notice(.warning, title: Phrase(zh: "请现在复制密钥，它不会再次显示。", en: "Copy the secret now; it is not shown again.")) {
                p { code { secret } }
            }
            p {
                Phrase(
                    zh: "把它填入接收方系统，用来校验收到的消息确实来自本系统。如果遗失，可以随时更换。",
                    en: "Enter it into the receiving system, which checks with it that messages come from here. "
                        + "If it is lost, replace it.")
            }
            p(.class("actions")) {
                a(.class("button", "primary"), .href(URLText("/webhooks/\(id)"))) {
                    Phrase(zh: "已复制，继续", en: "Copied, go on")
                }
            }
        }
    }
}

/// Asks before something that cannot be taken back.
struct WebhookQuestionPage: PageModel {
    enum Question: String, Codable, Sendable, CaseIterable {
        case secret, removal

        var title: Phrase {
            switch self {
            case .secret: Phrase(zh: "更换签名密钥", en: "Replace the secret")
            case .removal: Phrase(zh: "删除接收方", en: "Remove the receiver")
            }
        }

        var consequence: Phrase {
            switch self {
            case .secret:
                Phrase(
                    zh: "更换后立即使用新密钥签名；在接收方填入新密钥之前，它会拒绝收到的消息。失败的消息会自动重试。",
                    en:
                        "What is sent from now on is signed with the new secret. Until the receiver knows it, it will refuse; "
                        + "those messages are tried again.")
            case .removal:
                Phrase(
                    zh: "地址、密钥和全部发送记录将被删除，等待发送的消息不再发送。此操作不能撤销。",
                    en: "Address, secret and all its deliveries go; what waits is not sent. This cannot be undone.")
            }
        }
    }

    let endpoint: WebhookRow
    let question: Question

    var title: Phrase { question.title }
    var trail: [Crumb] { [WebhooksPage.crumb, Crumb(Phrase(verbatim: endpoint.name), "/webhooks/\(endpoint.id)")] }

    func content(_ view: PageView) -> HTML {
        Markup.form(.method(.post), .action(URLText("/webhooks/\(endpoint.id)/\(question.rawValue)")), .class("stack"))
        {
            view.formMark
            p { question.consequence }
            div(.class("actions")) {
                button(.type("submit"), .class("destructive")) { question.title }
                a(.href(URLText("/webhooks/\(endpoint.id)"))) { Phrase(zh: "取消", en: "Cancel") }
            }
        }
    }
}
