import Kernel

/// One destination of the menu.
public struct MenuEntry: Sendable {
    /// Names the section a page belongs to, for `AppFrame.page(current:)`.
    public let id: String
    public let name: Phrase
    public let target: URLText
    public let icon: Icon
    /// Things that wait there; 0 shows nothing.
    public let count: Int

    public init(_ id: String, _ name: Phrase, _ target: URLText, icon: Icon, count: Int = 0) {
        self.id = id
        self.name = name
        self.target = target
        self.icon = icon
        self.count = count
    }
}

/// Entries that belong together; the heading may be left out for the first group.
public struct MenuGroup: Sendable {
    public let name: Phrase?
    public let entries: [MenuEntry]

    public init(_ name: Phrase? = nil, _ entries: [MenuEntry]) {
        self.name = name
        self.entries = entries
    }
}
