import Kernel

/// One line of the menu; shown to those who may open its page.
package struct MenuEntry: Sendable {
    package enum Group: Int, Sendable, CaseIterable, Comparable {
        case work, people, analysis, administration

        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    package let title: Phrase
    package let path: String
    package let needs: Capability
    package let group: Group

    package init(_ title: Phrase, path: String, needs: Capability, group: Group) {
        self.title = title
        self.path = path
        self.needs = needs
        self.group = group
    }
}
