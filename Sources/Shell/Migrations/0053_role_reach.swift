import SQL

extension Migration {
    /// A role can be given for less than it says, and until a day.
    static let roleReach = Migration(
        53, "reach and last day of roles",
        [
            // Null: as the role says.
            "alter table account_roles add column reach \(.text)",
            "alter table account_roles add column until_day \(.day)",
        ])
}
