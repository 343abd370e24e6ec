import Kernel
import SQL
import Shell

/// The tables about a person, as a staff sheet fills them.
struct PeopleTables {
    private let rows: ImportRows
    private let ids: StaffIDs
    private let context: ImportContext
    private let keyring: Keyring
    private var people = TableDiff(
        "people", key: ["id"],
        [
            "number", "name", "sort_key", "work_mail", "work_phone", "gender", "birthday", "identity_kind",
            "identity_sealed", "identity_index", "identity_birthday", "identity_gender", "bank_name", "bank_branch",
            "bank_holder", "bank_sealed", "bank_index", "remark", "recorded_at", "changed_at",
        ])
    private var names = TableDiff("person_names", key: ["person_id", "place"], ["name"])
    private var phones = TableDiff("person_contacts", key: ["person_id", "kind", "place"], ["address"])
    private var mails = TableDiff("person_contacts", key: ["person_id", "kind", "place"], ["address"])
    private var emergencies = TableDiff(
        "emergency_contacts", key: ["person_id", "place"], ["name", "relation", "phone"])
    private var educations = TableDiff(
        "educations", key: ["person_id", "place"], ["level", "school", "major", "graduated_on"])
    private let cells: Cells

    private struct Cells {
        let number, name, workMail, workPhone, gender, birthday, identityKind, identity, bank, branch, card, note,
            former, mobile, mail, emergencyName, emergencyPhone, emergencyRelation, education, school, major,
            graduated: ImportColumn

        init(_ rows: ImportRows) {
            (number, name, workMail, workPhone) = (rows["number"], rows["name"], rows["work_mail"], rows["work_phone"])
            (gender, birthday) = (rows["gender"], rows["birthday"])
            (identityKind, identity) = (rows["identity_kind"], rows["identity_number"])
            (bank, branch, card, note) = (rows["bank"], rows["bank_branch"], rows["bank_card"], rows["note"])
            (former, mobile, mail) = (rows["former_name"], rows["mobile"], rows["private_mail"])
            (emergencyName, emergencyPhone) = (rows["emergency_name"], rows["emergency_phone"])
            (emergencyRelation, education) = (rows["emergency_relation"], rows["education"])
            (school, major, graduated) = (rows["school"], rows["major"], rows["graduated"])
        }
    }

    init(_ rows: ImportRows, _ ids: StaffIDs, _ context: ImportContext) {
        (self.rows, self.ids, self.context) = (rows, ids, context)
        keyring = context.house.keyring
        cells = Cells(rows)
        people.stamp = (people.columns.count - 1, context.now.sqlValue)
    }

    /// What stands of these people.
    mutating func load(_ lines: [StaffLine], _ tx: Transaction) throws {
        let people = Set(lines.compactMap { $0.person.known }).sorted()
        guard !people.isEmpty else { return }
        try self.people.load(
            """
            select id, number, name, sort_key, work_mail, work_phone, gender, birthday, identity_kind, identity_sealed,
                identity_index, identity_birthday, identity_gender, bank_name, bank_branch, bank_holder, bank_sealed,
                bank_index, remark, recorded_at, changed_at
            from people where id in \(people)
            """, tx)
        try names.load("select person_id, name from person_names where place = 0 and person_id in \(people)", tx)
        let contacts: Query =
            "select person_id, address from person_contacts where place = 0 and person_id in \(people)"
        try phones.load(contacts + " and kind = 'phone'", tx)
        try mails.load(contacts + " and kind = 'mail'", tx)
        try emergencies.load(
            "select person_id, name, relation, phone from emergency_contacts where place = 0 and person_id in \(people)",
            tx)
        try educations.load(
            """
            select person_id, level, school, major, graduated_on from educations
            where place = 0 and person_id in \(people)
            """, tx)
    }

    /// - Returns: whether anything is new or different.
    mutating func put(_ line: StaffLine) throws -> Bool {
        guard line.isLatest else { return false }
        let (row, id) = (line.row, ids(line.person).rawValue)
        var changed = try people.put(id, [], person(line, id)) != .same
        if let former = cells.former.text(row) {
            changed = names.put(id, [.integer(0)], [former.sqlValue]) != .same || changed
        }
        if let phone = cells.mobile.text(row) {
            changed = phones.put(id, [.text("phone"), .integer(0)], [phone.sqlValue]) != .same || changed
        }
        if let mail = cells.mail.text(row) {
            changed = mails.put(id, [.text("mail"), .integer(0)], [mail.sqlValue]) != .same || changed
        }
        if let phone = cells.emergencyPhone.text(row) {
            let isNew = emergencies.known[id] == nil
            let name = cells.emergencyName.text(row) ?? (isNew ? "" : nil)
            let relation = cells.emergencyRelation.text(row) ?? (isNew ? "" : nil)
            changed =
                emergencies.put(
                    id, [.integer(0)], [name.map(SQLValue.text), relation.map(SQLValue.text), phone.sqlValue])
                != .same || changed
        }
        if let level = cells.education.text(row) {
            changed =
                educations.put(
                    id, [.integer(0)],
                    [
                        level.sqlValue, cells.school.text(row)?.sqlValue, cells.major.text(row)?.sqlValue,
                        cells.graduated.day(row)?.sqlValue,
                    ]) != .same || changed
        }
        return changed
    }

    private func person(_ line: StaffLine, _ id: Int64) throws -> [SQLValue?] {
        let row = line.row
        let standing = people.known[id]
        let name = PersonName(cells.name.text(row) ?? "")
        let sortKey: SQLValue? = standing?[1] == name.text.sqlValue ? nil : name.sortKey.sqlValue
        let identity = try identity(row, id, standing)
        let bank = try bank(row, id, standing, name)
        let birthday = cells.birthday.day(row) ?? (standing == nil ? identity.card?.birthday : nil)
        let gender: Gender? =
            cells.gender.choice(row) ?? (standing == nil ? identity.card.map { Gender($0.sex) } : nil)
        return [
            cells.number.text(row)?.sqlValue, name.text.sqlValue, sortKey, cells.workMail.text(row)?.sqlValue,
            cells.workPhone.text(row)?.sqlValue, gender?.sqlValue, birthday?.sqlValue,
        ] + identity.values + bank + [
            cells.note.text(row)?.sqlValue, standing == nil ? context.now.sqlValue : nil,
            standing == nil ? context.now.sqlValue : nil,
        ]
    }

    private func identity(
        _ row: Int, _ id: Int64, _ standing: [SQLValue]?
    ) throws -> (values: [SQLValue?], card: IdentityNumber?) {
        guard let number = cells.identity.text(row) else { return ([nil, nil, nil, nil, nil], nil) }
        let index = keyring.blindIndex(number, column: PersonStore.Sealed.identity)
        // The same text sealed twice differs; the index tells whether it is the same.
        if standing?[9] == .blob(index) { return ([nil, nil, nil, nil, nil], nil) }
        let kind: IdentityPaper.Kind = cells.identityKind.choice(row) ?? .identityCard
        let card = try? IdentityNumber(number, today: context.today)
        return (
            [
                kind.sqlValue, .blob(try keyring.seal(number, for: PersonStore.Sealed.identity, record: id)),
                .blob(index),
                (card?.birthday).sqlValue, card.map { Gender($0.sex) }.sqlValue,
            ], card
        )
    }

    private func bank(_ row: Int, _ id: Int64, _ standing: [SQLValue]?, _ name: PersonName) throws -> [SQLValue?] {
        let (bank, branch) = (cells.bank.text(row)?.sqlValue, cells.branch.text(row)?.sqlValue)
        guard let card = cells.card.text(row) else { return [bank, branch, nil, nil, nil] }
        let index = keyring.blindIndex(card, column: PersonStore.Sealed.bank)
        if standing?[16] == .blob(index) { return [bank, branch, nil, nil, nil] }
        return [
            bank, branch, name.text.sqlValue,
            .blob(try keyring.seal(card, for: PersonStore.Sealed.bank, record: id)), .blob(index),
        ]
    }

    mutating func flush(_ writer: BatchWriter) throws {
        try people.flush(writer)
        try names.flush(writer)
        try phones.flush(writer)
        try mails.flush(writer)
        try emergencies.flush(writer)
        try educations.flush(writer)
    }

    mutating func forget() {
        people.forgetAll()
        names.forgetAll()
        phones.forgetAll()
        mails.forgetAll()
        emergencies.forgetAll()
        educations.forgetAll()
    }
}

extension TableDiff {
    /// Rows as they stand: the first value of the key, then the columns.
    mutating func load(_ query: Query, _ tx: Transaction) throws {
        try tx.each(query) { row in
            let id: Int64 = try row.value()
            known[id] = (1..<row.width).map { row.stored(at: $0) }
        }
    }

    mutating func forgetAll() {
        forget()
        known = [:]
    }
}
