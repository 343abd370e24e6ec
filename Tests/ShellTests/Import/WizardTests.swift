import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import SQL
import Testing

@testable import Shell

/// The whole way through the router, as a browser goes it.
struct WizardTests {
    private static let boundary = "----tenure"

    private func multipart(_ token: String, _ file: String, kind: String = "staff") -> ByteBuffer {
        let parts =
            [("token", nil, token), ("kind", nil, kind), ("file", "花名册.csv", file)] as [(String, String?, String)]
        var body = ""
        for (name, fileName, content) in parts {
            body += "--\(Self.boundary)\r\nContent-Disposition: form-data; name=\"\(name)\""
            if let fileName { body += "; filename=\"\(fileName)\"" }
            body += "\r\n\r\n\(content)\r\n"
        }
        return ByteBuffer(string: body + "--\(Self.boundary)--\r\n")
    }

    @Test func fromUploadToUndo() async throws {
        let sample = try await SampleHouse()
        defer { sample.remove() }
        let house = sample.house
        let session = try await house.database.write { tx in
            let account = try AccountStore.add(
                login: "hr", name: "人事", roles: [("hr", nil)], at: house.now, tx)
            return try AccountStore.openSession(of: account, address: "", agent: "", house, tx)
        }
        let form = String(repeating: "a", count: 43)
        let cookies = "tenure_session=\(session); tenure_form=\(form)"
        let router = Doorway(house: house, sessions: Sessions()).router(names: ["localhost"])
        try await Application(router: router).test(.router) { client in
            func call(
                _ method: HTTPRequest.Method, _ path: String, _ body: ByteBuffer? = nil, type: String? = nil
            ) async throws -> TestResponse {
                var headers: HTTPFields = [.cookie: cookies]
                if let type { headers[.contentType] = type }
                return try await client.execute(uri: path, method: method, headers: headers, body: body)
            }
            /// Other tests may keep the machine busy.
            func settled(_ id: Substring) async throws {
                for _ in 0..<600 {
                    let standing = String(buffer: try await call(.get, "/imports/\(id)/standing").body)
                    if standing.contains("\"isRunning\":false") { return }
                    try await Task.sleep(for: .milliseconds(50))
                }
            }
            let urlForm = "application/x-www-form-urlencoded"
            let empty = try await call(.get, "/imports")
            #expect(empty.status == .ok)
            #expect(String(buffer: empty.body).contains("还没有导入过文件"))
            #expect(try await call(.get, "/imports/new").status == .ok)
            let bad = try await call(
                .post, "/imports", multipart(form, ""), type: "multipart/form-data; boundary=\(Self.boundary)")
            #expect(bad.status == .unprocessableContent)

            let sheet = "工号,姓名,部门,入职日期,杂项\n1,王芳,甲,2020-01-01,x\n2,李四,乙,2020-13-01,y\n"
            let upload = try await call(
                .post, "/imports", multipart(form, sheet), type: "multipart/form-data; boundary=\(Self.boundary)")
            #expect(upload.status.code == 303 || upload.status.code == 302)
            let mapping = try #require(upload.headers[.location])
            let id = mapping.split(separator: "/")[1]
            let columns = String(buffer: try await call(.get, mapping).body)
            #expect(columns.contains("杂项"))
            #expect(columns.contains("3:hired"))

            let twice = try await call(
                .post, mapping, ByteBuffer(string: "token=\(form)&columns=0:number&columns=1:number"), type: urlForm)
            #expect(twice.status == .unprocessableContent)
            let mapped = try await call(
                .post, mapping,
                ByteBuffer(
                    string: "token=\(form)&columns=0:number&columns=1:name&columns=2:unit&columns=3:hired&columns=4:"),
                type: urlForm)
            #expect(mapped.headers[.location] == "/imports/\(id)/check")
            try await settled(id)
            let check = String(buffer: try await call(.get, "/imports/\(id)/check").body)
            #expect(check.contains("2020-13-01"))
            #expect(check.contains("入职日期"))
            let marked = try await call(.get, "/imports/\(id)/files/marked")
            #expect(marked.status == .ok)
            #expect(marked.body.readableBytes > 2_000)

            let all = try await call(.post, "/imports/\(id)/commit", ByteBuffer(string: "token=\(form)"), type: urlForm)
            #expect(all.status == .unprocessableContent)
            let good = try await call(
                .post, "/imports/\(id)/commit", ByteBuffer(string: "token=\(form)&rows=good"), type: urlForm)
            #expect(good.headers[.location] == "/imports/\(id)")
            try await settled(id)
            let done = String(buffer: try await call(.get, "/imports/\(id)").body)
            #expect(done.contains("已导入"))
            #expect(try await sample.dump().contains("王芳"))
            let list = String(buffer: try await call(.get, "/imports").body)
            #expect(list.contains("花名册.csv"))

            let undo = try await call(
                .post, "/imports/\(id)/undoing", ByteBuffer(string: "token=\(form)"), type: urlForm)
            #expect(undo.headers[.location] == "/imports/\(id)")
            #expect(try await !sample.dump().contains("王芳"))
            #expect(try await call(.get, "/imports/999999").status == .notFound)
        }
        let mode = try FileManager.default.contentsOfDirectory(atPath: sample.folder.path + "/imports").map { name in
            try FileManager.default.attributesOfItem(atPath: sample.folder.path + "/imports/" + name)[.posixPermissions]
                as? Int
        }
        #expect(mode == [0o600])
    }
}
