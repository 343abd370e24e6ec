import Kernel

extension AppFrame {
    func sideMenu(_ current: String?, _ mark: Attribute) -> HTML {
        nav(.class("side"), .id("menu"), .aria("label", Words.mainMenu)) {
            for group in menu { entries(group, current, mark) }
        }
    }

    /// The bar at the bottom of a phone: four entries and a sheet with everything.
    func quickMenu(_ current: String?, _ mark: Attribute) -> HTML {
        nav(.class("bottom"), .aria("label", Words.quickMenu)) {
            for entry in quick { entry.link(entry.id == current ? mark : nil) }
            details(.class("sheet")) {
                summary {
                    Icon.more
                    span(.class("label")) { Words.more }
                }
                div(.class("panel")) {
                    for group in menu { entries(group, current, mark) }
                }
            }
        }
    }

    @HTMLBuilder private func entries(_ group: MenuGroup, _ current: String?, _ mark: Attribute) -> HTML {
        if let name = group.name { p(.class("menu-group")) { name } }
        ul {
            for entry in group.entries { li { entry.link(entry.id == current ? mark : nil) } }
        }
    }
}
