import Kernel
import Organization
import SQL
import Shell

extension CompanyWriter {
    func writePeople(_ keyring: Keyring, _ tx: Transaction) throws {
        try insert(
            company.people, into: "people",
            [
                "id", "number", "name", "sort_key", "work_mail", "gender", "birthday", "identity_kind",
                "identity_sealed", "identity_index", "identity_birthday", "identity_gender", "bank_name", "bank_holder",
                "bank_sealed", "bank_index", "recorded_at", "changed_at",
            ], tx
        ) { place, somebody in
            let id = person(place)
            let (identity, bank) = (PersonStore.Sealed.identity, PersonStore.Sealed.bank)
            return [
                .integer(id), somebody.number.sqlValue, somebody.name.sqlValue,
                PersonName(somebody.name).sortKey.sqlValue, somebody.mail.sqlValue, somebody.gender.sqlValue,
                somebody.birthday.sqlValue, IdentityPaper.Kind.identityCard.sqlValue,
                .blob(try keyring.seal(somebody.identity, for: identity, record: id)),
                .blob(keyring.blindIndex(somebody.identity, column: identity)), somebody.birthday.sqlValue,
                somebody.gender.sqlValue, somebody.bank.sqlValue, somebody.name.sqlValue,
                .blob(try keyring.seal(somebody.card, for: bank, record: id)),
                .blob(keyring.blindIndex(somebody.card, column: bank)), now.sqlValue, now.sqlValue,
            ]
        }
        try insert(company.people, into: "person_contacts", ["person_id", "kind", "place", "address"], tx) {
            place, somebody in
            [.integer(person(place)), .text("phone"), .integer(0), somebody.phone.sqlValue]
        }
        let known = company.people.indices.filter { company.people[$0].emergency != nil }
        try insert(
            known, into: "emergency_contacts", ["person_id", "place", "name", "relation", "phone"], tx
        ) { _, place in
            let contact = company.people[place].emergency
            return [
                .integer(person(place)), .integer(0), (contact?.name).sqlValue, (contact?.relation).sqlValue,
                (contact?.phone).sqlValue,
            ]
        }
        try insert(company.people, into: "educations", ["person_id", "place", "level", "school"], tx) {
            place, somebody in
            [.integer(person(place)), .integer(0), somebody.education.sqlValue, somebody.school.sqlValue]
        }
    }
}
