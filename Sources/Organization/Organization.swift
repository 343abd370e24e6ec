import SQL
import Shell

/// The front door of the room of units, people, assignments, contracts and separations.
extension Room {
    package static var organization: Room {
        var room = Room(name: "Organization")
        room.migrations = Migration.ofOrganization
        room.capabilities = Capability.ofOrganization
        room.defaultGrants = DefaultGrant.ofOrganization
        return room
    }
}
