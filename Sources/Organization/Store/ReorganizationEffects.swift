import Kernel
import SQL
import Shell

/// What a draft would do, with names: who moves, and whose access changes.
struct ReorganizationEffects: Codable, Hashable, Sendable {
    struct Move: Codable, Hashable, Sendable {
        let person: ID<Person>
        let number: String
        let name: String
        let before: String
        let after: String
    }

    struct Access: Codable, Hashable, Sendable {
        let account: String
        let gains: Int
        let loses: Int
    }

    /// People who come into another unit.
    let changing: Int
    /// People whose unit stays and whose path becomes another one.
    let renamed: Int
    /// The first of them, those who change unit first; only people the viewer sees.
    let moves: [Move]
    let access: [Access]

    /// How many people the page lists.
    static let shown = 100
}

extension ReorganizationEffects {
    /// - Throws: ``UnitRefusal``, ``ReorganizationRefusal`` when the draft cannot be applied as it is.
    static func load(
        _ draft: ReorganizationDraft, _ steps: [ReorganizationStep], limit: Int = shown, as viewer: Viewer,
        _ tx: Transaction
    ) throws -> ReorganizationEffects {
        let plan = try Reorganizations.plan(steps, on: draft.day, tx)
        let tree = try UnitTree(try UnitStore.all(tx), on: draft.day)
        let touched = plan.touched.reduce(into: Set<ID<OrgUnit>>()) { $0.formUnion(tree.subtree(of: $1)) }
        let members = try ReorganizationStore.members(of: touched, and: Array(plan.people.keys), on: draft.day, tx)
        let preview = try plan.preview(
            of: tree, members: members, grants: try ReorganizationStore.grants(on: draft.day, tx))
        let ordered = preview.moves.filter { $0.from != $0.to } + preview.moves.filter { $0.from == $0.to }
        let wanted = Array(ordered.prefix(limit))
        var names: [ID<Person>: (number: String, name: String)] = [:]
        for chunk in Set(wanted.map(\.person)).sorted().chunks(of: 400) {
            try tx.each(
                """
                select s.person_id, s.number, s.name from staff s
                where s.person_id in \(chunk) and \(Visibility.condition(viewer, .readPeople))
                """
            ) { row in names[try row.value()] = (try row.value(), try row.value()) }
        }
        return ReorganizationEffects(
            changing: Set(preview.moves.filter { $0.from != $0.to }.map(\.person)).count,
            renamed: Set(preview.moves.filter { $0.from == $0.to }.map(\.person)).count,
            moves: wanted.compactMap { move in
                names[move.person].map {
                    Move(
                        person: move.person, number: $0.number, name: $0.name, before: move.pathBefore,
                        after: move.pathAfter)
                }
            }, access: try access(preview.accessChanges, tx))
    }

    private static func access(
        _ changes: [ReorganisationPreview.AccessChange], _ tx: Transaction
    ) throws -> [Access] {
        var names: [ID<Account>: String] = [:]
        try tx.each("select id, name from accounts where id in \(changes.map(\.holder))") { row in
            names[try row.value()] = try row.value(String.self)
        }
        return changes.map {
            Access(account: names[$0.holder] ?? "#\($0.holder)", gains: $0.gains.count, loses: $0.loses.count)
        }
    }
}
