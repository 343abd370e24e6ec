import Kernel
import SQL
import Shell

/// Writing the facts of a person.
enum PersonRecord {
    /// Number and identity belong to one person only. - Throws: ``StaffRefusal``.
    static func check(_ person: Person, _ occasion: Occasion, _ tx: Transaction) throws {
        guard !person.number.isEmpty else { throw StaffRefusal.noNumber }
        guard !person.name.text.isEmpty else { throw StaffRefusal.noName }
        let taken = try tx.value(
            "select id from people where number = \(person.number) and id <> \(person.id)", as: ID<Person>.self)
        if taken != nil { throw StaffRefusal.numberTaken(person.number) }
        guard let identity = person.sensitive?.identity else { return }
        let indexes = occasion.house.keyring.blindIndexes(identity.number, column: PersonStore.Sealed.identity)
        let other = try tx.value(
            "select number from people where identity_index in \(indexes) and id <> \(person.id) limit 1",
            as: String.self)
        if let other { throw StaffRefusal.identityTaken(other) }
    }

    static func insert(_ person: Person, _ occasion: Occasion, _ tx: Transaction) throws {
        try tx.execute(
            """
            insert into people (id, number, name, sort_key, recorded_at, changed_at)
            values (\(person.id), \(person.number), \(person.name.text), \(person.name.sortKey), \(occasion.now),
                \(occasion.now))
            """)
        try update(person, occasion, tx)
    }

    /// Writes the parts that are there; parts that are nil stay as they are.
    static func update(_ person: Person, _ occasion: Occasion, _ tx: Transaction) throws {
        try tx.execute(
            """
            update people set number = \(person.number), name = \(person.name.text),
                sort_key = \(person.name.sortKey), work_mail = \(person.workMail),
                work_phone = \(person.workPhone?.text), changed_at = \(occasion.now)
            where id = \(person.id)
            """)
        try replace("person_names", of: person.id, person.formerNames.map { [$0.text.sqlValue] }, ["name"], tx)
        if let personal = person.personal { try update(personal, of: person.id, tx) }
        if let sensitive = person.sensitive { try update(sensitive, of: person.id, occasion.house.keyring, tx) }
    }

    private static func update(_ details: PersonalDetails, of person: ID<Person>, _ tx: Transaction) throws {
        try tx.execute(
            "update people set gender = \(details.gender), birthday = \(details.birthday) where id = \(person)")
        try tx.execute("delete from person_contacts where person_id = \(person)")
        let contacts =
            details.phones.enumerated().map { ("phone", $0.offset, $0.element.text) }
            + details.mails.enumerated().map { ("mail", $0.offset, $0.element) }
        try tx.insert(
            into: "person_contacts", ["person_id", "kind", "place", "address"],
            values: contacts.flatMap { [person.sqlValue, $0.0.sqlValue, $0.1.sqlValue, $0.2.sqlValue] })
        try replace(
            "emergency_contacts", of: person,
            details.emergencyContacts.map { [$0.name.text.sqlValue, $0.relation.sqlValue, $0.phone.text.sqlValue] },
            ["name", "relation", "phone"], tx)
        try replace(
            "educations", of: person,
            details.education.map {
                [$0.level.sqlValue, $0.school.sqlValue, $0.major.sqlValue, $0.graduated.sqlValue]
            }, ["level", "school", "major", "graduated_on"], tx)
        try replace(
            "experiences", of: person,
            details.experience.map {
                [$0.employer.sqlValue, $0.position.sqlValue, $0.days.start.sqlValue, $0.days.end.sqlValue]
            }, ["employer", "position", "starts_on", "ends_before"], tx)
        try replace("person_languages", of: person, details.languages.map { [$0.sqlValue] }, ["language"], tx)
    }

    private static func update(
        _ details: SensitiveDetails, of person: ID<Person>, _ keyring: Keyring, _ tx: Transaction
    ) throws {
        let sealed = try SealedPerson(details, of: person, keyring)
        try tx.execute(
            """
            update people set identity_kind = \(details.identity?.kind), identity_sealed = \(sealed.identity),
                identity_index = \(sealed.identityIndex), identity_birthday = \(details.identity?.birthday),
                identity_gender = \(details.identity?.gender), bank_name = \(details.bankAccount?.bank),
                bank_branch = \(details.bankAccount?.branch), bank_holder = \(details.bankAccount?.holder.text),
                bank_sealed = \(sealed.bank), bank_index = \(sealed.bankIndex)
            where id = \(person)
            """)
    }

    /// Rows of a person in their order, all at once.
    private static func replace(
        _ table: StaticString, of person: ID<Person>, _ rows: [[SQLValue]], _ columns: [StaticString],
        _ tx: Transaction
    ) throws {
        try tx.execute("delete from \(raw: table) where person_id = \(person)")
        try tx.insert(
            into: table, ["person_id", "place"] + columns,
            values: rows.enumerated().flatMap { [person.sqlValue, $0.offset.sqlValue] + $0.element })
    }
}

/// Identity and bank account as they are stored.
struct SealedPerson {
    var identity: [UInt8]?
    var identityIndex: [UInt8]?
    var bank: [UInt8]?
    var bankIndex: [UInt8]?

    init(_ details: SensitiveDetails, of person: ID<Person>, _ keyring: Keyring) throws {
        if let number = details.identity?.number {
            identity = try keyring.seal(number, for: PersonStore.Sealed.identity, record: person.rawValue)
            identityIndex = keyring.blindIndex(number, column: PersonStore.Sealed.identity)
        }
        if let digits = details.bankAccount?.number.digits {
            bank = try keyring.seal(digits, for: PersonStore.Sealed.bank, record: person.rawValue)
            bankIndex = keyring.blindIndex(digits, column: PersonStore.Sealed.bank)
        }
    }
}
