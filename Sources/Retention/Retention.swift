import Kernel
import SQL
import Shell

/// The front door of the room of turnover, signals and risk. It knows the organization; every other room publishes facts
/// to it.
extension Room {
    /// - Parameter published: what the rooms of the application publish, from the bottom up.
    package static func retention(_ published: [PublishedFact]) -> Room {
        var room = Room(name: "Retention")
        let (rates, exports) = RetentionRates.pages()
        room.migrations =
            RetentionFacts.migrations + RetentionProgrammes.migrations + RetentionSignals.migrations
            + RetentionRates.migrations + RetentionLeaving.migrations
        room.capabilities =
            RetentionFacts.capabilities + RetentionProgrammes.capabilities + RetentionSignals.capabilities
            + RetentionRates.capabilities + RetentionLeaving.capabilities
        room.defaultGrants =
            RetentionFacts.grants + RetentionProgrammes.grants + RetentionSignals.grants + RetentionRates.grants
            + RetentionLeaving.grants
        room.imports = RetentionFacts.imports
        room.links = RetentionLeaving.links + RetentionProgrammes.links
        room.jobs = RetentionFacts.jobs + RetentionProgrammes.jobs + RetentionSignals.jobs
        room.exports =
            RetentionFacts.exports + RetentionProgrammes.exports + RetentionSignals.exports + exports
            + RetentionLeaving.exports
        room.reactions = RetentionLeaving.reactions
        room.settings = RetentionSignals.settings
        room.routes =
            RetentionFacts.routes(published) + RetentionProgrammes.routes() + RetentionSignals.routes + rates
            + RetentionLeaving.routes
        room.menu =
            RetentionProgrammes.menu + RetentionRates.menu + RetentionSignals.menu + RetentionLeaving.menu
            + RetentionFacts.menu
        return room
    }
}
