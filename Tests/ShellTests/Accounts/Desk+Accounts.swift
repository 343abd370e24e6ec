import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import SQL
import Testing

@testable import Shell

extension TestHouse {
    /// An account with the password of the desk.
    @discardableResult
    func account(
        _ login: String, _ gifts: [RoleGift] = [RoleGift(role: "employee")], subject: ID<Subject>? = nil
    ) async throws -> ID<Account> {
        let cost = try #require(PasswordCost(logRounds: 10, blockSize: 8, parallelism: 1))
        let hash = try PasswordHash(try Password(Desk.password), cost: cost)
        let house = house
        return try await house.database.write { tx in
            let id = try AccountChanges(house).add(
                AccountDraft(login: login, name: login.uppercased(), subject: subject, roles: gifts), tx)
            try PasswordStore.set(hash, of: id, tx)
            return id
        }
    }

    /// The account of the administrator every desk begins with.
    var administrator: ID<Account> {
        get async throws {
            let house = house
            return try await house.database.read { tx in try AccountChanges(house).account(named: "lin.yue", tx) }
        }
    }

    /// A role of the company's own that allows no more than this.
    func role(_ code: String, _ grants: [RoleGrant]) async throws {
        try await house.database.write { tx in
            let id: ID<Role> = try tx.newID()
            try tx.execute(
                "insert into roles (id, code, name_zh, name_en) values (\(id), \(code), \(code), \(code))")
            try RoleStore.put(grants, capability: nil, of: id, tx)
        }
    }

    func roleID(_ code: String) async throws -> ID<Role> {
        let id = try await house.database.read { tx in
            try tx.value("select id from roles where code = \(code)", as: ID<Role>.self)
        }
        return try #require(id)
    }

    /// How often the audit log says this.
    func audited(_ action: AuditAction) async throws -> Int {
        try await house.database.read { tx in
            try tx.value("select count(*) from audit_entries where action = \(action.code)") ?? 0
        }
    }

    func count(_ question: Query) async throws -> Int {
        try await house.database.read { tx in try tx.value(question) ?? 0 }
    }
}

extension Desk {
    /// Signs in and says so when it fails.
    static func signedIn(
        _ login: String, _ client: any TestClientProtocol, _ test: TestHouse
    ) async throws -> Desk {
        let desk = Desk(client, test)
        #expect(try await desk.signIn(login: login).status == .seeOther)
        return desk
    }

    /// The administrator.
    static func signedIn(_ client: any TestClientProtocol, _ test: TestHouse) async throws -> Desk {
        try await signedIn("lin.yue", client, test)
    }

    /// A program's question.
    func ask(_ path: String, token: String) async throws -> TestResponse {
        try await client.execute(uri: path, method: .get, headers: [.authorization: "Bearer \(token)"])
    }

    /// A program's change.
    func tell(_ path: String, token: String, json: String) async throws -> TestResponse {
        try await client.execute(
            uri: path, method: .post,
            headers: [.authorization: "Bearer \(token)", .contentType: "application/json"],
            body: ByteBuffer(string: json))
    }
}

extension Room {
    /// Two people and two units for accounts to be given to.
    static var twoPeople: Room {
        var room = Room(name: "TwoPeople")
        let cards = [
            SubjectCard(id: ID(9_001), number: "E001", name: "王芳", unit: "总部/销售部", mail: "wang.fang@example.com"),
            SubjectCard(id: ID(9_002), number: "E002", name: "李强", unit: "总部", mail: nil),
            SubjectCard(id: ID(9_003), number: "E003", name: "李强", unit: "总部", mail: nil),
        ]
        room.subjects = SubjectLookup(
            named: { text, _ in cards.filter { $0.number == text || $0.name == text } },
            cards: { ids, _ in cards.filter { ids.contains($0.id) } },
            units: { _, _ in [UnitCard(id: 1, name: "总部", depth: 0), UnitCard(id: 2, name: "销售部", depth: 1)] })
        return room
    }
}
