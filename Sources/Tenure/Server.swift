import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTLS
import Kernel
import Logging
import SQL
import ServiceLifecycle
import Shell
import UnixSignals

/// The web application: what is served, in one place.
public struct Server: Sendable {
    let settings: Settings
    let logger: Logger

    public init(_ settings: Settings, logger: Logger) {
        self.settings = settings
        self.logger = logger
    }

    /// What the one who starts it is told once the port is open.
    public struct Ready: Sendable {
        /// `https://hr.example.com`, or where it listens.
        public let address: String
        /// Makes the first administrator; nil as soon as there is one.
        public let setUpPath: String?
        /// Whether the sign-in page lets everybody in.
        public let isDemonstration: Bool
    }

    /// Serves until the process is asked to stop; requests and jobs under way are given time to end.
    /// - Parameter whenReady: called once the port is open.
    /// - Throws: ``ServerRefusal`` and the refusals of database, migrations and keys.
    public func run(whenReady: @escaping @Sendable (Ready) -> Void) async throws {
        let lock = try FolderLock(settings.dataFolder, .serving)
        defer { lock.release() }
        let (house, queue) = try await house()
        do {
            if let isDemonstration = settings.isDemonstration { try await Demonstrating.set(isDemonstration, house) }
            let ready = Ready(
                address: settings.shownAddress, setUpPath: try await SetUp.path(house),
                isDemonstration: try await house.database.read { tx in try Shell.Settings.value(of: .demonstration, tx)
                })
            let group = ServiceGroup(
                configuration: Self.lifecycle(try application(house, queue) { whenReady(ready) }, logger))
            try await group.run()
        } catch {
            try? await house.database.close()
            throw ServerRefusal(error, settings) ?? error
        }
        try await house.database.close()
    }

    /// A request may take long, but not for ever: the service manager gives 30 seconds.
    private static func lifecycle(_ service: some Service, _ logger: Logger) -> ServiceGroupConfiguration {
        var configuration = ServiceGroupConfiguration(
            services: [service], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(20)
        return configuration
    }

    /// Interrupted work is taken up only once the port is ours: another server may be using the folder until then.
    func application(
        _ house: House, _ queue: AnalysisQueue, whenReady: @escaping @Sendable () -> Void = {}
    ) throws -> some ApplicationProtocol {
        var application = Application(
            responder: Transport(JSONSuffix(router(house).buildResponder()), isSecure: settings.tls != nil),
            server: try settings.tls.map { try .tls(.http1(), tlsConfiguration: $0.configuration()) } ?? .http1(),
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
        Doorway(house: house, sessions: Sessions(), isBehindProxy: settings.isBehindProxy)
            .router(names: settings.hostNames)
    }
}
