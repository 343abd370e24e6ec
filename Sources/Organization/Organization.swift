import Shell

/// The front door of the room of units, people, assignments, contracts and separations.
extension Room {
    package static var organization: Room {
        Room(name: "Organization")
    }
}
