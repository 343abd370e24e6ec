import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Organization
import SQL
import Shell

/// The web application: what is served, in one place.
public struct Server: Sendable {
    public struct Settings: Sendable {
        public var host = "127.0.0.1"
        public var port = 8080
        /// Where uploads and results are kept.
        public var dataFolder = "data"
        /// Names under which the server may be addressed beside its own.
        public var names: [String] = []
        /// A proxy of ours stands before the server and says who comes and whether by TLS.
        public var isBehindProxy = false

        public init() {}
    }

    let settings: Settings
    let logger: Logger

    public init(_ settings: Settings, logger: Logger) {
        self.settings = settings
        self.logger = logger
    }

    /// Serves until the process is asked to stop.
    /// - Parameter whenReady: called once the port is open, with the path that makes the first administrator as long as
    ///   there is none.
    public func run(whenReady: @escaping @Sendable (_ setUpPath: String?) -> Void) async throws {
        let (house, queue) = try await house()
        let setUpPath = try await SetUp.path(house)
        try await application(house, queue, whenReady: { whenReady(setUpPath) }).runService()
        try await house.database.close()
    }

    /// Opens the company's database, brings it up to date, and puts the rooms on it.
    func house() async throws -> (House, AnalysisQueue) {
        let workspace = try Workspace(at: settings.dataFolder)
        let queue = AnalysisQueue(workspace: workspace, logger: logger)
        let database = try Database.sqlite(at: settings.dataFolder + "/tenure.sqlite")
        let rooms = Rooms.all(analyses: AnalysisRoutes(workspace: workspace, queue: queue))
        try await Migrator(rooms.flatMap(\.migrations)).migrate(database)
        let keyring = try await Keyring.ofHouse(in: settings.dataFolder, database)
        let house = try await House(
            database: database, world: .real, keyring: keyring, logger: logger, folder: settings.dataFolder,
            rooms: rooms
        ).opened()
        let today = house.today
        try await database.write { tx in
            try RoleStore.seed(rooms, tx)
            // The days the server was off.
            try StaffProjection.roll(to: today, tx)
        }
        return (house, queue)
    }

    /// Interrupted work is taken up only once the port is ours: another server may be using the folder until then.
    func application(
        _ house: House, _ queue: AnalysisQueue, whenReady: @escaping @Sendable () -> Void = {}
    ) -> some ApplicationProtocol {
        var application = Application(
            responder: JSONSuffix(router(house).buildResponder()),
            configuration: .init(address: .hostname(settings.host, port: settings.port), serverName: nil),
            onServerRunning: { _ in
                await queue.resume()
                whenReady()
            }, logger: logger)
        application.addServices(JobRunner(house))
        return application
    }

    /// Every route, behind the guards.
    func router(_ house: House) -> Router<TenureContext> {
        let names = Set(["127.0.0.1", "localhost", "[::1]", settings.host] + settings.names)
        return Doorway(house: house, sessions: Sessions(), isBehindProxy: settings.isBehindProxy).router(names: names)
    }
}
