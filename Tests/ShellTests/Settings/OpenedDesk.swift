import Foundation
import Hummingbird
import HummingbirdTesting
import Kernel
import SQL
import Testing

@testable import Shell

extension Desk {
    /// Like ``Desk/with(isBehindProxy:_:)``, with mail and webhooks connected as the settings say.
    static func opened(
        _ rooms: [Room] = [], world: (inout World) -> Void = { _ in },
        _ body: @escaping @Sendable (any TestClientProtocol, TestHouse) async throws -> Void
    ) async throws {
        try await TestHouse.with(rooms, shell: TestHouse.mailingShell, world: world) { closed in
            var house = try await closed.house.opened()
            // What a test brings of the outside stays.
            var given = World(now: closed.house.world.now, randomBytes: closed.house.world.randomBytes)
            given.post = house.world.post
            given.mail = house.world.mail
            world(&given)
            house.world = given
            let test = TestHouse(house: house, clock: closed.clock)
            let (opened, rooms) = (house, house.rooms)
            try await opened.database.write { tx in try RoleStore.seed(rooms, tx) }
            let cost = try #require(PasswordCost(logRounds: 10, blockSize: 8, parallelism: 1))
            let hash = try PasswordHash(try Password(password), cost: cost)
            try await opened.database.write { tx in
                for (login, name, role) in [("lin.yue", "林悦", "administrator"), ("zhang.wei", "张伟", "employee")] {
                    let account = try AccountStore.add(
                        login: login, name: name, roles: [(role, nil)], at: opened.now, tx)
                    try PasswordStore.set(hash, of: account, tx)
                }
            }
            let router = Doorway(house: opened, sessions: Sessions()).router(names: ["localhost"])
            try await Application(responder: JSONSuffix(router.buildResponder())).test(.router) { client in
                try await body(client, test)
            }
        }
    }
}
