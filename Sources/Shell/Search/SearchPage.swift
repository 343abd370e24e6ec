import Kernel
import Markup

/// What the search box found: people, units, pages.
struct SearchPage: PageModel {
    let text: String
    let groups: [Search.Group]

    var title: Phrase { Phrase(zh: "搜索", en: "Search") }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            text.isEmpty ? title : Phrase(zh: "搜索“\(text)”", en: "Search for “\(text)”"))
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            FilterBar(
                "/search",
                search: .init(
                    text, name: "q",
                    hint: Phrase(
                        zh: "姓名、拼音、工号、手机尾号、部门、页面", en: "Name, pinyin, number, last digits of a phone, unit, page")))
            if groups.isEmpty { nothing }
            for group in groups {
                section {
                    DataTable(
                        id: "found-\(group.code)", caption: group.name,
                        columns: [
                            TableColumn(Phrase(zh: "名称", en: "Name")), TableColumn(Phrase(zh: "说明", en: "Detail")),
                        ],
                        rows: group.hits.map { hit in
                            TableRow(
                                [.words(hit.title), .words(hit.detail ?? Phrase(verbatim: "—"))],
                                target: URLText(hit.target))
                        }, phone: .twoLines)
                    if let more = group.more {
                        p { a(.href(URLText(more))) { Phrase(zh: "在列表中查看全部", en: "See all of them in the list") } }
                    }
                }
            }
        }
    }

    private var nothing: EmptyState {
        text.isEmpty
            ? EmptyState(
                title: Phrase(zh: "要找什么？", en: "What are you looking for?"),
                explanation: Phrase(
                    zh: "输入姓名、拼音（全拼或首字母）、工号、手机尾号、部门或页面名称。",
                    en:
                        "Type a name, its pinyin in full or by initials, a staff number, the last digits of a phone, a unit or a page."
                ))
            : EmptyState(
                title: Phrase(zh: "没有找到", en: "Nothing found"),
                explanation: Phrase(
                    zh: "换一个写法试试，例如拼音首字母或工号。", en: "Try another spelling, initials or the staff number."))
    }
}
