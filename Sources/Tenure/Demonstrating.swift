import Foundation
import Kernel
import Organization
import SQL
import Shell

/// The demonstration company: three hundred people who do not exist, brought in like anybody's own staff list, and an
/// account for every role.
package enum Demonstrating {
    static let people = 300

    /// Fills a house in which nobody is and nobody signs in.
    /// - Returns: whether it was filled; false when somebody is there already.
    @discardableResult
    package static func fill(_ house: House) async throws -> Bool {
        guard try await house.database.read({ tx in try isEmpty(tx) }) else { return false }
        try await bringPeople(house)
        let now = house.now
        try await house.database.write { tx in
            guard try isEmptyOfAccounts(tx) else { return }
            try DemonstrationAccounts.make(for: try cast(tx), house, tx)
            try Settings.set(.demonstration, true, by: ID(0), at: now, tx)
        }
        return true
    }

    package static func isEmpty(_ tx: Transaction) throws -> Bool {
        let people = try tx.value("select count(*) from people", as: Int.self) ?? 0
        return try people == 0 && isEmptyOfAccounts(tx)
    }

    private static func isEmptyOfAccounts(_ tx: Transaction) throws -> Bool {
        try tx.value("select count(*) from accounts", as: Int.self) == 0
    }

    private static func bringPeople(_ house: House) async throws {
        let path = house.folder + "/demonstration-staff.csv"
        try Data(SampleStaff(count: people, today: house.today).csv.utf8).write(
            to: URL(fileURLWithPath: path), options: .atomic)
        defer { try? FileManager.default.removeItem(atPath: path) }
        _ = try await Importing.run(
            file: path, kind: "staff", house: house, viewer: .program([.importData]), dryRun: false,
            takesGoodRows: true)
    }

    /// Who stands behind each account: somebody of the staff whose post fits, nobody for those who only run the system.
    private static func cast(_ tx: Transaction) throws -> [BuiltinRole: ID<Subject>] {
        var cast: [BuiltinRole: ID<Subject>] = [:]
        // Twelve roles, once in the life of a demonstration.
        for role in BuiltinRole.allCases {
            guard let wish = wish(for: role) else { continue }
            let found = try tx.rows(
                """
                select person_id from staff s where s.is_employed = 1 and \(wish)
                order by (select count(*) from staff r where r.manager_id = s.person_id) desc, s.number limit 20
                """
            ) { row in try row.value(ID<Subject>.self) }
            cast[role] = found.first { person in !cast.values.contains(person) }
        }
        return cast
    }

    private static func wish(for role: BuiltinRole) -> Query? {
        switch role {
        case .administrator, .auditor: nil
        case .executive: "s.manager_id is null"
        case .hr, .recruiter, .trainer: "s.unit_names like '%人力资源部%'"
        case .finance, .payroll: "s.unit_names like '%财务部%'"
        case .customerManager: "s.unit_names like '%客户成功部%' and s.position = '客户经理'"
        case .manager: "s.unit_names like '%销售部%' and s.position like '%总监'"
        case .mentor: "s.unit_names like '%销售部%' and s.position like '%主管'"
        case .employee: "s.unit_names like '%销售部%' and s.position = '销售代表'"
        }
    }
}
