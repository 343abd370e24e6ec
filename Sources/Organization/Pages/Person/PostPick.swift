import Kernel
import SQL
import Shell

/// What a form says about a post, as typed: ids from lists, or the names and numbers people know.
struct PostPick: Sendable {
    let unit: String
    let position: String?
    let level: String?
    let manager: String?

    static let fields = [
        FormField("unit", .text(maximum: 400), Phrase(zh: "部门", en: "Unit"), isRequired: true),
        FormField("position", .text(), Phrase(zh: "岗位", en: "Position")),
        FormField("level", .text(), Phrase(zh: "职级", en: "Level")),
        FormField(
            "manager", .text(), Phrase(zh: "直属上级", en: "Manager"),
            hint: Phrase(zh: "填写工号或姓名；同名时填写工号。", en: "Staff number or name; the number where a name is not enough.")),
    ]

    init(_ input: inout FormInput) {
        unit = input.text("unit")
        position = input.optionalText("position")
        level = input.optionalText("level")
        manager = input.optionalText("manager")
    }

    /// - Parameters:
    ///   - capability: the unit must lie in its scope; nil for any unit that exists.
    ///   - current: the manager as the form showed it, who may stay though the viewer could not find them.
    /// - Throws: ``FormProblem`` at the field.
    func post(
        _ viewer: Viewer, within capability: Capability?, current: ManagerLabel? = nil, _ tx: Transaction
    ) throws -> Post {
        Post(
            unit: try unit(viewer, capability, tx),
            position: try position.map {
                try Self.choice($0, of: "positions", at: "position", Phrase(zh: "岗位", en: "position"), tx)
            },
            level: try level.map {
                try Self.choice($0, of: "levels", at: "level", Phrase(zh: "职级", en: "level"), tx)
            },
            manager: try manager.map { try Self.manager($0, current, viewer, tx) })
    }

    private func unit(_ viewer: Viewer, _ capability: Capability?, _ tx: Transaction) throws -> ID<OrgUnit> {
        let scope: Query = try capability.map { try UnitScope(viewer, $0, tx).condition } ?? Visibility.everybody
        let wanted: Query = Int64(unit).map { "u.unit_id = \($0)" } ?? "u.names = \(unit)"
        let found = try tx.rows("select u.unit_id from unit_paths u where \(wanted) and \(scope) limit 2") { row in
            try row.value(ID<OrgUnit>.self)
        }
        guard let only = found.first, found.count == 1 else {
            throw FormProblem(
                field: "unit",
                problem: Phrase(zh: "没有找到部门“\(unit)”。请重新选择。", en: "There is no unit “\(unit)”. Choose another one."))
        }
        return only
    }

    /// By id, as lists give it, or by name.
    private static func choice<Noun>(
        _ text: String, of table: Query, at field: String, _ noun: Phrase, _ tx: Transaction
    ) throws -> ID<Noun> {
        let isID: Query = Int64(text).map { "id = \($0)" } ?? "1 = 0"
        let found = try tx.value(
            """
            select id from \(table) where \(isID) or name = \(text)
            order by case when \(isID) then 0 else 1 end limit 1
            """, as: ID<Noun>.self)
        guard let found else {
            throw FormProblem(
                field: field,
                problem: Phrase(
                    zh: "没有\(noun.zh)“\(text)”。请从列表中选择。", en: "There is no \(noun.en) “\(text)”. Choose one."))
        }
        return found
    }

    private static func manager(
        _ text: String, _ current: ManagerLabel?, _ viewer: Viewer, _ tx: Transaction
    ) throws -> ID<Person> {
        if let current, current.text == text { return current.id }
        // As the form shows it: the number, a space, the name.
        let words = text.split(separator: " ", maxSplits: 1).map(String.init)
        let number = words.first ?? text
        let found = try tx.rows(
            """
            select s.person_id, s.number, s.name, s.unit_name from staff s
            where (s.number = \(text) or s.number = \(number) or s.name = \(text)) and s.status <> 'left'
                and \(Visibility.condition(viewer, .readPeople))
            order by s.number limit 6
            """
        ) { row in
            (
                id: try row.value(ID<Person>.self), number: try row.value(String.self),
                name: try row.value(String.self), unit: try row.value(String?.self)
            )
        }
        if let exact = found.first(where: { $0.number == text }) { return exact.id }
        if let exact = found.first(where: { $0.number == number && words.count == 2 && $0.name == words[1] }) {
            return exact.id
        }
        let named = found.filter { $0.name == text }
        if let only = named.first, named.count == 1 { return only.id }
        guard !named.isEmpty else {
            throw FormProblem(
                field: "manager",
                problem: Phrase(
                    zh: "没有找到在职人员“\(text)”。请填写工号。", en: "Nobody here is “\(text)”. Write the staff number."))
        }
        let list = named.map { "\($0.number) \($0.unit ?? "")" }
        throw FormProblem(
            field: "manager",
            problem: Phrase(
                zh: "有多人名为“\(text)”：\(list.joined(separator: "、"))。请填写工号。",
                en: "Several people are called “\(text)”: \(list.joined(separator: ", ")). Write the staff number."))
    }
}

/// A manager as a form shows them.
struct ManagerLabel: Codable, Sendable {
    let id: ID<Person>
    let text: String

    init(id: ID<Person>, number: String, name: String) {
        self.id = id
        text = "\(number) \(name)"
    }

    static func load(_ person: ID<Person>, _ tx: Transaction) throws -> ManagerLabel? {
        try tx.first("select number, name from people where id = \(person)") { row in
            ManagerLabel(id: person, number: try row.value(), name: try row.value())
        }
    }
}
