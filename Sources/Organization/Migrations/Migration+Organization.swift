import SQL

extension Migration {
    /// Every step of this room, numbers 100 to 149.
    package static let ofOrganization: [Migration] = [
        .units, .people, .employments, .staff, .documentClasses, .contractDecisions, .reorganizations, .retirements,
        .contractReminders,
    ]
}
