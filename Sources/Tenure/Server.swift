import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Markup

/// The web application: what is served, in one place.
public struct Server: Sendable {
    public struct Settings: Sendable {
        public var host = "127.0.0.1"
        public var port = 8080
        /// Where uploads and results are kept.
        public var dataFolder = "data"
        /// Names under which the server may be addressed beside its own.
        public var names: [String] = []

        public init() {}
    }

    let settings: Settings
    let logger: Logger

    public init(_ settings: Settings, logger: Logger) {
        self.settings = settings
        self.logger = logger
    }

    /// Serves until the process is asked to stop.
    /// - Parameter whenReady: called once the port is open.
    public func run(whenReady: @escaping @Sendable () -> Void) async throws {
        let application = try await application(whenReady: whenReady)
        try await application.runService()
    }

    /// Interrupted work is taken up only once the port is ours: another server may be using the folder until then.
    func application(whenReady: @escaping @Sendable () -> Void = {}) async throws -> some ApplicationProtocol {
        let workspace = try Workspace(at: settings.dataFolder)
        let queue = AnalysisQueue(workspace: workspace, logger: logger)
        return Application(
            router: router(workspace, queue),
            configuration: .init(address: .hostname(settings.host, port: settings.port), serverName: nil),
            onServerRunning: { _ in
                await queue.resume()
                whenReady()
            }, logger: logger)
    }

    /// Every route, behind the guards.
    func router(_ workspace: Workspace, _ queue: AnalysisQueue) -> Router<TenureContext> {
        let router = Router(context: TenureContext.self)
        router.add(middleware: SecurityHeaders())
        router.add(middleware: Visitor())
        router.add(middleware: ProblemPages(logger: logger))
        router.add(
            middleware: HostGuard(names: Set(["127.0.0.1", "localhost", "[::1]", settings.host] + settings.names)))
        Assets.add(to: router)
        router.get("/health") { _, _ in "ok\n" }
        AnalysisRoutes(workspace: workspace, queue: queue).add(to: router)
        return router
    }
}
