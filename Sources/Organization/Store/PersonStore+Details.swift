import Kernel
import SQL
import Shell

extension PersonStore {
    /// The columns under which sealed values are kept; part of what seals them.
    package enum Sealed {
        package static let identity = "people.identity"
        package static let bank = "people.bank"
    }

    /// The facts of the person, as far as the classes reach.
    static func head(
        _ person: ID<Person>, _ classes: Set<FieldClass>, _ keyring: Keyring, today: Day, _ tx: Transaction
    ) throws -> (person: Person, remark: String?) {
        let personal = classes.contains(.personal)
        let found = try tx.first(
            """
            select number, name, work_mail, work_phone, gender, birthday, remark from people where id = \(person)
            """
        ) { row in
            var head = Person(id: person, number: try row.value(), name: PersonName(try row.value()))
            head.workMail = try row.value()
            head.workPhone = try row.value(String?.self).flatMap { try? PhoneNumber($0) }
            guard personal else { return (head, String?.none) }
            head.personal = PersonalDetails(gender: try row.value(), birthday: try row.value())
            return (head, try row.value(String?.self))
        }
        guard let found else { throw Missing() }
        var head = found.0
        if classes.contains(.work) {
            head.formerNames = try tx.rows(
                "select name from person_names where person_id = \(person) order by place"
            ) { row in PersonName(try row.value()) }
        }
        if personal { try addDetails(to: &head, tx) }
        if classes.contains(.sensitive) { head.sensitive = try sensitive(person, keyring, today: today, tx) }
        return (head, found.1)
    }

    private static func addDetails(to head: inout Person, _ tx: Transaction) throws {
        let person = head.id
        try tx.each("select kind, address from person_contacts where person_id = \(person) order by kind, place") {
            row in
            switch try row.value(String.self) {
            case "phone": if let phone = try? PhoneNumber(try row.value()) { head.personal?.phones.append(phone) }
            default: head.personal?.mails.append(try row.value())
            }
        }
        head.personal?.emergencyContacts = try tx.rows(
            "select name, relation, phone from emergency_contacts where person_id = \(person) order by place"
        ) { row in
            EmergencyContact(
                name: PersonName(try row.value()), relation: try row.value(), phone: try PhoneNumber(try row.value()))
        }
        head.personal?.education = try tx.rows(
            "select level, school, major, graduated_on from educations where person_id = \(person) order by place"
        ) { row in
            Education(
                level: try row.value(), school: try row.value(), major: try row.value(), graduated: try row.value())
        }
        head.personal?.experience = try tx.rows(
            """
            select employer, position, starts_on, ends_before from experiences where person_id = \(person) order by place
            """
        ) { row in (try row.value(String.self), try row.value(String?.self), try row.days()) }
        .map { Experience(employer: $0, position: $1, days: $2) }
        head.personal?.languages = try tx.rows(
            "select language from person_languages where person_id = \(person) order by place"
        ) { row in try row.value() }
    }

    /// Opens what is sealed.
    static func sensitive(
        _ person: ID<Person>, _ keyring: Keyring, today: Day, _ tx: Transaction
    ) throws -> SensitiveDetails {
        let stored = try tx.first(
            """
            select identity_kind, identity_sealed, bank_name, bank_branch, bank_holder, bank_sealed, name
            from people where id = \(person)
            """
        ) { row in
            (
                try row.value(IdentityPaper.Kind?.self), try row.value([UInt8]?.self), try row.value(String?.self),
                try row.value(String?.self), try row.value(String?.self), try row.value([UInt8]?.self),
                try row.value(String.self)
            )
        }
        guard let (kind, identity, bank, branch, holder, account, name) = stored else { throw Missing() }
        var details = SensitiveDetails()
        if let kind, let identity {
            let number = try keyring.open(identity, for: Sealed.identity, record: person.rawValue)
            details.identity = try IdentityPaper(kind, number, today: today)
        }
        if let account {
            let number = try keyring.open(account, for: Sealed.bank, record: person.rawValue)
            details.bankAccount = BankAccount(
                bank: bank ?? "", branch: branch, number: try BankCardNumber(number),
                holder: PersonName(holder ?? name))
        }
        return details
    }
}

extension Row {
    /// A first day and the day after the last.
    mutating func days() throws -> DayRange {
        let column = position
        guard let days = DayRange(start: try value(), end: try value()) else { throw unreadable(column, "days") }
        return days
    }
}
