import Kernel
import Markup
import SQL
import Shell

/// Every post somebody held, holds or will hold.
struct PostsPage: RecordPage {
    let head: PersonHead
    let managers: [PersonChip]
    /// The latest first.
    let posts: [PostRow]

    static var tab: PersonTab { .posts }

    func content(_ view: PageView) -> HTML {
        HTML {
            head.tabBar(Self.tab)
            if managers.count > 1 {
                h2 { Phrase(zh: "汇报关系", en: "Reporting line") }
                ol {
                    for manager in managers {
                        li {
                            Markup.PersonChip(
                                manager.name, note: manager.position.map { Phrase(verbatim: $0) },
                                target: URLText("/people/\(manager.id)"))
                        }
                    }
                }
            }
            if posts.isEmpty {
                EmptyState(
                    title: Phrase(zh: "没有任职记录", en: "No posts yet"),
                    explanation: Phrase(zh: "办理入职或调动后，任职会列在这里。", en: "Hiring and transfers are listed here."))
            } else {
                table(view.today)
            }
        }
    }

    private func table(_ today: Day) -> DataTable {
        DataTable(
            caption: Phrase(zh: "任职记录", en: "Posts"),
            columns: [
                TableColumn(Phrase(zh: "起止日期", en: "From – to")), TableColumn(FieldName.unit),
                TableColumn(FieldName.position), TableColumn(FieldName.level), TableColumn(FieldName.manager),
                TableColumn(FieldName.share, isNumber: true), TableColumn(Phrase(zh: "类型", en: "Kind")),
                TableColumn(Phrase(zh: "状态", en: "State")),
            ],
            rows: posts.map { post in
                let last = post.days.last
                return TableRow([
                    .words(
                        Phrase(
                            zh: "\(post.days.start) 至 \(last?.iso ?? "今")",
                            en: "\(post.days.start) – \(last?.iso ?? "now")")),
                    .text(post.unitName), .text(post.position ?? "—"), .text(post.level ?? "—"),
                    .text(post.managerName ?? "—"), .text(post.share.percentText),
                    .words(post.role == .primary ? post.cause.name : post.role.name),
                    TableCell {
                        if post.days.start > today {
                            StatusBadge(.planned, Phrase(zh: "待生效", en: "Planned"))
                        } else if last.map({ $0 < today }) ?? false {
                            StatusBadge(.over, Phrase(zh: "已结束", en: "Over"))
                        } else {
                            StatusBadge(.good, Phrase(zh: "现任", en: "Current"))
                        }
                    },
                ])
            })
    }

    /// - Throws: ``Missing`` for those who do not see the class *work*.
    static func load(_ person: ID<Person>, as viewer: Viewer, _ tx: Transaction) throws -> PostsPage {
        let head = try PersonHead.load(person, viewer, tx)
        guard head.tabs.contains(.posts) else { throw Missing() }
        return PostsPage(
            head: head, managers: try PersonStore.managers(above: person, tx),
            posts: try PersonStore.posts(of: person, tx).reversed())
    }
}
