import Kernel
import SQL
import Testing

@testable import Shell

struct SavedViewTests {
    private static func viewer(_ account: Int64) -> Viewer {
        Viewer(account: ID(account), subject: nil, name: "v", grants: [])
    }

    /// Views are an account's own: kept, replaced under the same name, removed by nobody else.
    @Test func belongToTheirAccount() async throws {
        try await TestHouse.with { test in
            let house = test.house
            let (mine, other) = (Self.viewer(7), Self.viewer(8))
            try await house.database.write { tx in
                try SavedViewStore.keep("销售", "unit=3", of: mine, for: "/people", tx)
                try SavedViewStore.keep("销售", "unit=4", of: mine, for: "/people", tx)
                try SavedViewStore.keep("新人", "order=hire_day", of: mine, for: "/people", tx)
            }
            func views(_ viewer: Viewer) async throws -> [SavedView] {
                try await house.database.read { tx in
                    try SavedViewStore.list(of: viewer, for: "/people", house, tx)
                }
            }
            let kept = try await views(mine)
            #expect(kept.map(\.query) == ["unit=4", "order=hire_day"])
            let none = try await views(other)
            #expect(none.isEmpty)
            let id = try #require(kept.first?.id)
            await #expect(throws: Missing.self) {
                try await house.database.write { tx in try SavedViewStore.remove(id, of: other, tx) }
            }
            let list = try await house.database.write { tx in try SavedViewStore.remove(id, of: mine, tx) }
            #expect(list == "/people")
            let rest = try await views(mine)
            #expect(rest.map(\.name) == ["新人"])
        }
    }

    @Test func endSomewhere() async throws {
        try await TestHouse.with { test in
            await #expect(throws: SavedViewRefusal.self) {
                try await test.house.database.write { tx in
                    for number in 0...SavedViewStore.limit {
                        try SavedViewStore.keep("\(number)", "", of: Self.viewer(7), for: "/people", tx)
                    }
                }
            }
        }
    }

    /// A view starts at the beginning of its list, whatever page it was kept on.
    @Test func forgetThePage() {
        let query = FormFields(urlEncoded: "q=&status=left&unit=&after=12&first=51&lang=en")
        #expect(query.ofList.urlEncoded == "status=left")
    }
}
