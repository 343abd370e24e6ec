import Kernel
import Markup

/// Everything that can be set, and what it is set to.
struct SettingsPage: PageModel {
    struct Group: Codable, Sendable {
        let path: String
        let name: Phrase
        let note: Phrase
        let settings: [Line]

        init(_ group: any SettingGroup.Type, _ known: [String: SettingsStore.Known]) {
            (path, name, note) = (group.path, group.name, group.note)
            settings = group.lines.map { Line($0, known[$0.code]) }
        }
    }

    struct Line: Codable, Sendable {
        let code: String
        let name: Phrase
        let value: Phrase
        let initial: Phrase
        /// Nil when it was never changed.
        let changedBy: String?
        let changedAt: String?

        init(_ line: SettingLine, _ known: SettingsStore.Known?) {
            (code, name) = (line.code, line.name)
            value = line.words(known?.value ?? line.initial)
            initial = line.words(line.initial)
            changedBy = known?.by
            changedAt = known?.at
        }

        /// `2026-11-22 14:05，林悦`
        var change: Phrase? {
            guard let changedAt, let changedBy else { return nil }
            return changedBy.isEmpty
                ? Phrase(verbatim: changedAt)
                : Phrase(zh: "\(changedAt)，\(changedBy)", en: "\(changedAt), \(changedBy)")
        }
    }

    let groups: [Group]

    static let crumb = Crumb(Phrase(zh: "系统设置", en: "Settings"), "/settings")
    var title: Phrase { Self.crumb.title }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title,
            note: Phrase(
                zh: "保存后立即生效，不需要重新启动。每次修改都记入审计日志。",
                en: "What you save is in force at once, without a restart, and noted in the audit log."),
            actions: view.can(.readAudit)
                ? [.link(Phrase(zh: "修改记录", en: "History"), "/audit?action=settings.change")] : [])
    }

    /// What has pages of its own.
    private static let others = [
        (WebhooksPage.crumb, Phrase(zh: "把发生的事件通知其他系统。", en: "Tell other systems what happens here.")),
        (TemplatesPage.crumb, Phrase(zh: "修改系统邮件的文字。", en: "The words of the mails the system sends.")),
    ]

    func content(_ view: PageView) -> HTML {
        HTML {
            for group in groups {
                section {
                    h2 { a(.href(URLText(group.path))) { group.name } }
                    p(.class("hint")) { group.note }
                    DataTable(
                        caption: group.name,
                        columns: [
                            TableColumn(Phrase(zh: "设置", en: "Setting")),
                            TableColumn(Phrase(zh: "默认值", en: "Default")),
                            TableColumn(Phrase(zh: "当前值", en: "Value")),
                        ],
                        rows: group.settings.map { line in
                            TableRow(
                                [
                                    .words(line.name), .words(line.initial),
                                    TableCell {
                                        line.value
                                        if let change = line.change {
                                            " "
                                            span(.class("hint")) {
                                                Phrase(zh: "（\(change.zh) 修改）", en: "(changed \(change.en))")
                                            }
                                        }
                                    },
                                ], target: URLText(group.path))
                        }, phone: .cards, hidesCaption: true)
                }
            }
            section {
                h2 { Phrase(zh: "其他", en: "More") }
                KeyValueList(
                    Self.others.map { crumb, note in
                        .init(note, .known(HTML { a(.href(URLText(crumb.path))) { crumb.title } }))
                    })
            }
        }
    }
}
