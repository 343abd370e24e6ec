import Kernel
import Markup

/// The form of one group of settings.
struct SettingsGroupPage<Group: SettingGroup>: PageModel {
    let settings: [SettingsPage.Line]
    let form: FormState

    init(_ known: [String: SettingsStore.Known], _ typed: FormState?) {
        settings = Group.lines.map { SettingsPage.Line($0, known[$0.code]) }
        if let typed {
            form = typed
        } else {
            var fresh = FormState()
            for line in Group.lines {
                fresh.values[line.field.name] = line.shown(known[line.code]?.value ?? line.initial)
            }
            form = fresh
        }
    }

    var title: Phrase { Group.name }
    var trail: [Crumb] { [SettingsPage.crumb] }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title, note: Group.note, breadcrumbs: trail.steps,
            actions: Group.self == MailSettings.self
                ? [.link(Phrase(zh: "发送测试邮件", en: "Send a test mail"), "/settings/mail/trial")] : [])
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            Markup.form(.method(.post), .action(URLText(view.path)), .class("stack"), .autocomplete("off")) {
                view.formMark
                form.problemList
                for line in Group.lines {
                    form.part(line.field)
                    if let removal = line.removal, isSet(line) { form.part(removal) }
                }
                div(.class("actions")) {
                    button(.type("submit"), .class("primary")) { Phrase(zh: "保存", en: "Save") }
                    a(.href(URLText(SettingsPage.crumb.path))) { Phrase(zh: "取消", en: "Cancel") }
                }
            }
            let changed = settings.filter { $0.change != nil }
            if !changed.isEmpty {
                section {
                    h2 { Phrase(zh: "最近修改", en: "Last changes") }
                    KeyValueList(changed.map { .init($0.name, .words($0.change ?? Phrase(verbatim: ""))) })
                }
            }
        }
    }

    private func isSet(_ line: SettingLine) -> Bool {
        settings.contains { $0.code == line.code && $0.value != line.words("") }
    }
}
