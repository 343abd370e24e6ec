/// How many records a file makes, changes, and finds as they should be.
package struct ImportCounts: Sendable, Codable, Hashable {
    package var created = 0
    package var updated = 0
    package var unchanged = 0

    package init(created: Int = 0, updated: Int = 0, unchanged: Int = 0) {
        self.created = created
        self.updated = updated
        self.unchanged = unchanged
    }

    /// Whether committing would change anything.
    package var changesSomething: Bool { created + updated > 0 }
}
