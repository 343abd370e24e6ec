import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import SQL
import Testing

@testable import Shell

struct HealthTests {
    @Test func aDatabaseThatTakesNothingIsNotWell() async throws {
        try await Desk.with { client, test in
            let house = test.house
            /// Stands in for a full disk: every write of the check fails, every read goes on.
            func rename(_ words: Definition) async throws {
                try await house.database.write { tx in try tx.run(words) }
            }
            #expect(try await client.execute(uri: "/health", method: .get).status == .ok)
            let before = house.database.generation
            // Asked every second by a balancer, it writes once in ten.
            for _ in 0..<9 {
                test.clock.advance(minutes: 1.0 / 60)
                #expect(try await client.execute(uri: "/health", method: .get).status == .ok)
            }
            #expect(house.database.generation == before)
            try await rename("alter table access_state rename to access_away")
            test.clock.advance(minutes: 0.2)
            let ill = try await client.execute(uri: "/health", method: .get)
            #expect(ill.status == .serviceUnavailable && ill.text == "the database cannot be written\n")
            try await rename("alter table access_away rename to access_state")
            test.clock.advance(minutes: 0.2)
            #expect(try await client.execute(uri: "/health", method: .get).text == "ok\n")
        }
    }
}
