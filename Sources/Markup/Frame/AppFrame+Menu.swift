import Kernel

extension AppFrame {
    func sideMenu(_ links: MenuLinks) -> HTML {
        nav(.class("side"), .id("menu"), .aria("label", Words.mainMenu)) { HTML(links) }
    }

    /// The bar at the bottom of a phone: four entries and a sheet with everything.
    func quickMenu(_ links: MenuLinks) -> HTML {
        nav(.class("bottom"), .aria("label", Words.quickMenu)) {
            HTML(QuickLinks(entries: quick, links: links))
            details(.class("sheet")) {
                summary {
                    Icon.more
                    span(.class("label")) { Words.more }
                }
                div(.class("panel")) { HTML(links) }
            }
        }
    }
}
