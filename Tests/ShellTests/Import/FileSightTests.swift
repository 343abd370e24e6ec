import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import SQL
import Sheets
import Testing

@testable import Shell

/// Somebody else's upload shows no more than its columns' classes allow, on pages, in JSON and in the marked sheet.
struct FileSightTests {
    private static let sheet = """
        工号,姓名,电话,基本工资,年终奖,入职日期
        1,王芳,13800138000,98765.43,77777,2020-01-01
        2,李四,13900139000,八万七千,66666,2020-13-01

        """
    /// What only the uploader, or somebody who sees pay and what is personal, may read.
    private static let hidden = ["98765", "八万七千", "77777", "66666", "13800138000"]

    /// Every cell of the marked sheet.
    private static func cells(_ answer: TestResponse, _ sample: SampleHouse) throws -> String {
        let path = sample.folder.appendingPathComponent("marked-\(UUID()).xlsx").path
        try Data(answer.body.readableBytesView).write(to: URL(fileURLWithPath: path))
        var text = ""
        try SheetRows.each(at: path, sheet: nil, encoding: nil) { record in
            text += record.cells.joined(separator: "|") + "\n"
            return true
        }
        return text
    }

    @Test func onlyTheUploaderAndWhoSeesTheClassReadCells() async throws {
        let sample = try await SampleHouse()
        defer { sample.remove() }
        let house = sample.house
        let session = { @Sendable (login: String, role: String) in
            try await house.database.write { tx in
                let account = try AccountStore.add(
                    login: login, name: login, roles: [(role, nil)], at: house.now, tx)
                return (account, try AccountStore.openSession(of: account, address: "", agent: "", house, tx))
            }
        }
        try await house.database.write { tx in
            for (code, classes) in [("clerk", [.work]), ("payer", FieldClass.allCases)] as [(String, [FieldClass])] {
                let id: ID<Role> = try tx.newID()
                try tx.execute(
                    "insert into roles (id, code, name_zh, name_en) values (\(id), \(code), \(code), \(code))")
                try RoleStore.put(
                    [Capability.importData, SampleHouse.capability].map {
                        RoleGrant(capability: $0.code, reach: .company, classes: classes)
                    }, capability: nil, of: id, tx)
            }
        }
        let (owner, own) = try await session("owner", "hr")
        let (_, clerk) = try await session("clerk", "clerk")
        let (_, payer) = try await session("payer", "payer")
        let viewer = Viewer(
            account: owner, subject: nil, name: "owner",
            grants: [Grant(.importData, .company), Grant(SampleHouse.capability, .company)])
        let id = try await Importing.add(
            Data(Self.sheet.utf8), fileName: "工资.csv", kind: StaffSheet(), house: house, viewer: viewer)
        _ = try await Importing.check(id, house: house, viewer: viewer) { _ in }

        let router = Doorway(house: house, sessions: Sessions()).router(names: ["localhost"])
        try await Application(responder: JSONSuffix(router.buildResponder())).test(.router) { client in
            func get(_ path: String, as session: String) async throws -> TestResponse {
                try await client.execute(
                    uri: "/imports/\(id)" + path, method: .get,
                    headers: [.cookie: "tenure_session=\(session); tenure_language=zh"])
            }
            for path in ["/mapping", "/mapping.json", "/check", "/check.json"] {
                let answer = try await get(path, as: clerk)
                #expect(answer.status == .ok)
                for secret in Self.hidden { #expect(!answer.text.contains(secret), "\(path) \(secret)") }
            }
            let looking = try await get("/mapping", as: clerk).text
            #expect(looking.contains("王芳") && looking.contains("***") && !looking.contains("name=\"columns\""))
            #expect(try await get("/check", as: clerk).text.contains("2020-13-01"))
            let seen = try Self.cells(try await get("/files/marked", as: clerk), sample)
            for secret in Self.hidden { #expect(!seen.contains(secret), "\(secret)") }
            #expect(seen.contains("王芳") && seen.contains("基本工资") && seen.contains("2020-13-01"))
            for reader in [own, payer] {
                let page = try await get("/mapping", as: reader).text
                #expect(page.contains("77777") && page.contains("name=\"columns\""))
                let cells = try Self.cells(try await get("/files/marked", as: reader), sample)
                for secret in Self.hidden { #expect(cells.contains(secret), "\(secret)") }
            }
            // Nor does another reading of the file bring them to light.
            let token = FormProof(
                keyring: house.keyring, session: try #require(Token(text: clerk)).digest, now: house.now
            ).text
            for fields in ["columns=0:number&columns=3:name", "reread=yes&header_row=2&header_rows=1"] {
                let answer = try await client.execute(
                    uri: "/imports/\(id)/mapping", method: .post,
                    headers: [
                        .cookie: "tenure_session=\(clerk); tenure_language=zh",
                        .contentType: "application/x-www-form-urlencoded",
                    ], body: ByteBuffer(string: "token=\(token)&" + fields))
                #expect(answer.status == .unprocessableContent && answer.text.contains("由他人上传"))
                for secret in Self.hidden { #expect(!answer.text.contains(secret), "\(secret)") }
            }
        }
    }
}
