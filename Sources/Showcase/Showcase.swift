import Kernel
import Organization
import SQL
import Shell

/// The front door of the demonstration company.
package enum Showcase {
    /// Makes the company as of the house's day and writes it, all of it in one transaction. The house must be empty of
    /// people; metrics, interviews and contests are written where the room that keeps them is there.
    /// - Returns: what was written.
    @discardableResult
    package static func fill(
        _ house: House, people: Int, months: Int, seed: UInt64, effect: ShowcaseEffect = .planted
    ) async throws -> ShowcaseCompany {
        let company = ShowcaseCompany.generate(
            people: people, months: months, seed: seed, effect: effect, today: house.today)
        let (now, keyring) = (house.now, house.keyring)
        let hasRetention = house.rooms.contains { $0.name == "Retention" }
        try await house.database.write { tx in
            let writer = try CompanyWriter(company, now, tx)
            try writer.writeUnits(tx)
            try writer.writePeople(keyring, tx)
            try writer.writeWork(tx)
            if hasRetention {
                try writer.writeMetrics(tx)
                try writer.writeTalks(tx)
                try writer.writeContests(tx)
            }
            try StaffProjection.rebuild(on: company.today, tx)
        }
        return company
    }
}
