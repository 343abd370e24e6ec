import Kernel

extension AppFrame {
    var header: HTML {
        Markup.header(.class("bar")) {
            button(
                .type("button"), .class("fold", "needs-script"), .data("fold"), .aria("controls", "menu"),
                .aria("expanded", isMenuFolded ? "false" : "true"), .aria("label", Words.foldMenu)
            ) { Icon.menu }
            a(.class("brand"), .href(home)) { product }
            searchForm
            div(.class("bar-end")) {
                if let inbox { inboxLink(inbox) }
                if let language { language }
                account?.html(beside: language?.html ?? .empty)
            }
        }
    }

    @HTMLBuilder private var searchForm: HTML {
        if let search {
            form(.class("search"), .role("search"), .method(.get), .action(search.target)) {
                label(.class("unseen"), .for("search")) { Words.search }
                Icon.search
                input(
                    .type("search"), .id("search"), .name("q"), .value(search.text), .placeholder(Words.searchHint),
                    .autocomplete("off"), Attribute("aria-keyshortcuts", "/"))
                kbd(.class("needs-script"), .aria("hidden", "true")) { "/" }
            }
        }
    }

    private func inboxLink(_ inbox: Inbox) -> HTML {
        a(.class("inbox"), .href(inbox.target), .aria("label", Words.waiting(inbox.count))) {
            Icon.inbox
            span(.class("label"), .aria("hidden", "true")) { Words.inbox }
            if inbox.count > 0 {
                span(.class("count"), .aria("hidden", "true")) { inbox.count > 99 ? "99+" : String(inbox.count) }
            }
        }
    }
}
