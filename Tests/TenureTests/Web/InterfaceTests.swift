import Foundation
import HTTPTypes
import Logging
import SQL
import Testing

@testable import Shell
@testable import Tenure

/// `/openapi.json` names everything the application has for programs.
@Suite struct InterfaceTests {
    private func routes() async throws -> [Route] {
        let folder = TemporaryFolder()
        var settings = Server.Settings()
        settings.dataFolder = folder.path
        let (house, _) = try await Server(settings, logger: Logger(label: "test")).house()
        try await house.database.close()
        return house.rooms.flatMap(\.routes)
    }

    @Test func everyPageSaysItsShape() async throws {
        for route in try await routes() {
            guard case .page(let model) = route.gives else { continue }
            #expect(throws: Never.self, "\(route.name)") { try SchemaReader().schema(of: model) }
        }
    }

    @Test func everyPageAndEveryChangeIsDescribed() async throws {
        let routes = try await routes()
        let document = try JSONSerialization.jsonObject(with: OpenAPI(routes).document()) as? [String: Any]
        let paths = try #require(document?["paths"] as? [String: [String: Any]])
        for route in routes {
            let operation = paths[route.path]?[route.method.rawValue.lowercased()] as? [String: Any]
            switch route.gives {
            case .page, .outcome: #expect(operation != nil, "\(route.name)")
            case .file: break
            }
            if let body = route.body, !body.isEmpty, operation != nil {
                #expect(operation?["requestBody"] != nil, "\(route.name)")
            }
        }
        let security = (document?["components"] as? [String: Any])?["securitySchemes"] as? [String: Any]
        #expect(security?.isEmpty == false)
    }
}
