import Kernel
import SQL
import Shell

/// Identity numbers of a staff sheet: one person each, and in agreement with birth day and gender.
struct IdentityCheck {
    private let rows: ImportRows
    private let lines: [StaffLine]
    private let known: KnownStaff

    init(_ rows: ImportRows, _ lines: [StaffLine], _ known: KnownStaff) {
        (self.rows, self.lines, self.known) = (rows, lines, known)
    }

    func run(_ problems: ImportProblems, _ context: ImportContext, _ tx: Transaction) throws {
        let (numbers, birthdays, genders) = (rows["identity_number"], rows["birthday"], rows["gender"])
        guard rows.has("identity_number") else { return }
        var owners: [String: (person: Ref<Person>, row: Int)] = [:]
        var stored: [[UInt8]: ID<Person>] = [:]
        let keyring = context.house.keyring
        if !known.isEmpty {
            try tx.each("select identity_index, id from people where identity_index is not null") { row in
                stored[try row.value()] = try row.value(ID<Person>.self)
            }
        }
        for line in lines {
            guard let number = numbers.text(line.row) else { continue }
            if let other = owners[number], other.person != line.person {
                problems.refuse(line.row, "identity_number", ImportWords.sameIdentity(rows.line(other.row)))
            }
            owners[number] = (line.person, line.row)
            if !stored.isEmpty {
                let index = keyring.blindIndex(number, column: PersonStore.Sealed.identity)
                if let owner = stored[index], owner != line.person.known {
                    problems.refuse(
                        line.row, "identity_number", ImportWords.identityOfOther(known.names[owner] ?? ""))
                }
            }
            // The converter has read the number already; an old one of 15 digits records nothing more here.
            guard let card = try? IdentityNumber(number, today: context.today) else { continue }
            if let birthday = birthdays.day(line.row), birthday != card.birthday {
                problems.note(line.row, "birthday", QualityCheck.identityBirthday.sentence)
            }
            if let gender: Gender = genders.choice(line.row), gender != .undisclosed, gender != Gender(card.sex) {
                problems.note(line.row, "gender", QualityCheck.identityGender.sentence)
            }
        }
    }
}

extension QualityCheck {
    /// What is wrong and what to do, as one sentence.
    var sentence: Phrase { Phrase(zh: name.zh + "。" + advice.zh, en: name.en + ". " + advice.en) }
}
