import Kernel
import Markup
import SQL
import Shell

/// Why somebody wants to see the numbers on file.
struct DisclosureForm: Form {
    static let fields = [
        FormField(
            "reason", .text(maximum: 200), Phrase(zh: "查看原因", en: "Why"),
            hint: Phrase(
                zh: "例如：办理社保增员。原因和查看人写入审计日志。", en: "Such as: social insurance. It is kept in the audit log."),
            isRequired: true)
    ]

    let reason: String

    init(_ input: inout FormInput) { reason = input.text("reason") }
}

/// Identity document and bank account: asked for with a reason, shown once.
struct SensitivePage: PageModel {
    let head: PersonHead
    /// What is on file, masked, before it is asked for.
    let papers: PersonPage.Papers
    /// The numbers, once asked for.
    let shown: Numbers?
    let form: FormState

    struct Numbers: Codable, Sendable {
        let identity: String?
        let identityKind: Phrase?
        let bank: String?
        let branch: String?
        let account: String?
        let holder: String?
    }

    var title: Phrase { Phrase(zh: "证件和账户", en: "Papers and account") }
    var trail: [Crumb] { head.trail }
    func heading(_ view: PageView) -> any Heading { head.formHeading(title) }

    func content(_ view: PageView) -> HTML {
        HTML {
            if let shown {
                KeyValueList([
                    .init(shown.identityKind ?? FieldName.identity, shown.identity, unknown: PersonWords.notGiven),
                    .init(Phrase(zh: "银行卡号", en: "Account number"), shown.account, unknown: PersonWords.notGiven),
                    .init(Phrase(zh: "开户银行", en: "Bank"), shown.bank, unknown: PersonWords.notGiven),
                    .init(Phrase(zh: "支行", en: "Branch"), shown.branch, unknown: PersonWords.notGiven),
                    .init(Phrase(zh: "户名", en: "Account holder"), shown.holder, unknown: PersonWords.notGiven),
                ])
                p(.class("hint")) {
                    Phrase(zh: "本次查看已写入审计日志。离开此页后须重新填写原因。", en: "This was recorded. Leaving the page hides it.")
                }
                div(.class("actions")) {
                    a(.class("button"), .href(URLText(head.path))) { Phrase(zh: "返回档案", en: "Back to the record") }
                }
            } else {
                KeyValueList([
                    .init(
                        papers.identityKind ?? FieldName.identity, papers.identity, unknown: PersonWords.notGiven),
                    .init(
                        FieldName.bank, papers.account.map { "\(papers.bank ?? "") \($0)" },
                        unknown: PersonWords.notGiven),
                ])
                if papers.isEmpty {
                    p { a(.href(URLText(head.path))) { Phrase(zh: "返回档案", en: "Back to the record") } }
                } else {
                    GroupedForm(
                        state: form, action: head.path + "/sensitive", mark: view.formMark,
                        groups: [.init(nil) { form.part(DisclosureForm.named("reason"), choices: nil) }],
                        submit: Phrase(zh: "显示完整号码", en: "Show the numbers"), cancel: head.path)
                }
            }
        }
    }
}

extension SensitivePage {
    /// - Throws: ``Missing`` for those who do not see the class *sensitive*.
    static func load(
        _ person: ID<Person>, _ state: FormState, isShown: Bool, _ keyring: Keyring, today: Day, as viewer: Viewer,
        _ tx: Transaction
    ) throws -> SensitivePage {
        guard try Visibility.classes(of: person, viewer, tx)?.contains(.sensitive) ?? false else { throw Missing() }
        let details = try PersonStore.sensitive(person, keyring, today: today, tx)
        let (identity, account) = (details.identity, details.bankAccount)
        return SensitivePage(
            head: try PersonHead.load(person, viewer, tx),
            papers: PersonPage.Papers(
                identityKind: identity?.kind.name, identity: identity?.masked, bank: account?.bank,
                account: account?.number.masked),
            shown: isShown
                ? Numbers(
                    identity: identity?.number, identityKind: identity?.kind.name, bank: account?.bank,
                    branch: account?.branch, account: account?.number.digits, holder: account?.holder.text) : nil,
            form: state)
    }
}
