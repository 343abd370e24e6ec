import SQL

/// What a room brings to the house. The list in `Rooms.swift` of the application is its table of contents.
package struct Room: Sendable {
    /// The target's name.
    package let name: String
    package var migrations: [Migration] = []
    package var routes: [Route] = []
    package var capabilities: [Capability] = []
    /// What the built-in roles may do with them at first.
    package var defaultGrants: [DefaultGrant] = []
    package var menu: [MenuPage] = []
    /// The entries this room leaves in the journal; webhooks can be set up for them.
    package var entries: [any JournalEntry.Type] = []
    /// What this room does when rooms below leave an entry.
    package var reactions: [Reaction] = []
    /// What it publishes about people; the room of retention learns from it.
    package var facts: [PublishedFact] = []
    /// Its pages about one person, which the record of that person offers.
    package var links: [SubjectLink] = []
    /// Its work in the background.
    package var jobs: [JobKind] = []
    /// Whoever the ids of people stand for, from the room that keeps them.
    package var subjects: SubjectLookup?
    /// The files this room takes in.
    package var imports: [any ImportKind] = []
    /// Its groups of settings; their pages come with ``SettingsRoutes/of(_:)``.
    package var settings: [any SettingGroup.Type] = []

    /// The mails it sends, whose words the company may change.
    package var mails: [MailTemplate] = []

    /// Its lists as files; their routes stand in ``routes``.
    package var exports: [ListExport] = []

    /// What the search box finds things in.
    package var search: [SearchSource] = []
    /// What it puts on everybody's first page.
    package var workbench: [WorkbenchCard] = []

    package init(name: String) {
        self.name = name
    }
}
