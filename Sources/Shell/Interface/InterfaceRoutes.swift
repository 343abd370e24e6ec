import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import SQL

/// What programs ask first.
enum InterfaceRoutes {
    static let all: [Route] = [
        Route(
            .get, "/health", .everyone, Phrase(zh: "运行状态", en: "Whether the server is well"),
            gives: .file("text/plain")
        ) { _, call in
            // A server whose database does not answer, or takes nothing, is not well.
            let answers = (try? await call.read { tx in try tx.value("select 1", as: Int.self) }) == 1
            let isWell = answers ? await call.house.health.isWell(call.house) : false
            return Response(
                status: isWell ? .ok : .serviceUnavailable, headers: [.contentType: "text/plain; charset=utf-8"],
                body: ResponseBody(
                    byteBuffer: ByteBuffer(string: isWell ? "ok\n" : "the database cannot be written\n")))
        },
        // The address is /openapi.json: the suffix asks for JSON, which this always is.
        Route(
            .get, "/openapi", .signedIn, Phrase(zh: "接口说明", en: "Description of the interface"),
            gives: .file("text/plain")
        ) { _, call in
            let document = try OpenAPI(call.house.rooms.flatMap(\.routes)).document()
            return Response(
                status: .ok, headers: [.contentType: "application/json; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: document)))
        },
    ]
}
