import Kernel
import Markup

/// One line of the menu; shown to those who may open its page.
package struct MenuPage: Sendable {
    package enum Group: Int, Sendable, CaseIterable {
        case work, people, analysis, administration

        var name: Phrase? {
            switch self {
            case .work: nil
            case .people: Phrase(zh: "人事", en: "People")
            case .analysis: Phrase(zh: "分析", en: "Analysis")
            case .administration: Phrase(zh: "管理", en: "Administration")
            }
        }
    }

    package let title: Phrase
    package let path: String
    package let icon: Icon
    package let needs: Capability
    package let group: Group

    func isOpen(to viewer: Viewer) -> Bool { viewer.can(needs) }

    package init(_ title: Phrase, path: String, icon: Icon, needs: Capability, group: Group) {
        self.title = title
        self.path = path
        self.icon = icon
        self.needs = needs
        self.group = group
    }
}

extension House {
    /// The menu of a viewer: what exists for this person, in the order of the rooms.
    func menu(for viewer: Viewer) -> [MenuGroup] {
        MenuPage.Group.allCases.compactMap { group in
            let entries = rooms.flatMap(\.menu).filter { $0.group == group && $0.isOpen(to: viewer) }
            guard !entries.isEmpty else { return nil }
            return MenuGroup(
                group.name, entries.map { MenuEntry($0.path, $0.title, URLText($0.path), icon: $0.icon) })
        }
    }
}
