import Kernel
import SQL
import Shell

/// One person's record, loaded through the viewer.
package enum PersonStore {
    /// Everything the viewer may see of somebody.
    /// - Parameter keyring: opens identity papers and bank accounts, only for those who see the class *sensitive*.
    /// - Throws: ``Missing`` for a person who is not there or not for this viewer.
    package static func file(
        _ person: ID<Person>, as viewer: Viewer, _ keyring: Keyring, today: Day, _ tx: Transaction
    ) throws -> PersonFile {
        guard let classes = try Visibility.classes(of: person, viewer, tx), let row = try row(person, viewer, tx)
        else { throw Missing() }
        let seesContracts = try Visibility.classes(of: person, viewer, for: .readContracts, tx) != nil
        let (work, personal, pay) = (classes.contains(.work), classes.contains(.personal), classes.contains(.pay))
        let head = try head(person, classes, keyring, today: today, tx)
        return PersonFile(
            row: row, classes: classes, person: head.person,
            managers: work ? try managers(above: person, tx) : [],
            reports: work ? try directReports(of: person, tx) : 0,
            employments: work ? try employments(of: person, tx) : [],
            posts: work ? try posts(of: person, tx) : [],
            contracts: seesContracts ? try contracts(of: person, tx) : [],
            separations: personal ? try separations(of: person, tx) : [],
            documents: try documents(of: person, classes, tx),
            pay: pay ? try payRates(of: person, tx) : [], paid: pay ? try paidMonths(of: person, tx) : [],
            custom: try customValues(of: person, classes, tx), remark: personal ? head.remark : nil)
    }

    /// The line of a list for one person; nil when there is none for this viewer.
    package static func row(_ person: ID<Person>, _ viewer: Viewer, _ tx: Transaction) throws -> StaffRow? {
        try tx.first(
            """
            select \(StaffRow.columns(viewer)) from staff s
            where s.person_id = \(person) and \(Visibility.condition(viewer, .readPeople))
            """
        ) { row in try StaffRow(&row) }
    }

    /// From the direct manager up to the top.
    static func managers(above person: ID<Person>, _ tx: Transaction) throws -> [PersonChip] {
        guard
            let path = try tx.value("select line_path from staff where person_id = \(person)", as: String?.self) ?? nil
        else { return [] }
        let line = path.split(separator: "/").compactMap { ID<Person>(String($0)) }.dropLast()
        guard !line.isEmpty else { return [] }
        let found = try tx.rows("select person_id, name, position from staff where person_id in \(line)") { row in
            PersonChip(id: try row.value(), name: try row.value(), position: try row.value())
        }
        return line.reversed().compactMap { id in found.first { $0.id == id } }
    }

    static func directReports(of person: ID<Person>, _ tx: Transaction) throws -> Int {
        try tx.value("select count(*) from staff where manager_id = \(person) and is_employed = 1", as: Int.self) ?? 0
    }
}
