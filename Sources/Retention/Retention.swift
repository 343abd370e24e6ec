import Kernel
import SQL
import Shell

/// The front door of the room of turnover, signals and risk.
extension Room {
    /// - Parameter facts: what the rooms below publish.
    package static func retention(facts: [PublishedFact]) -> Room {
        let room = Room(name: "Retention")
        return room
    }
}
