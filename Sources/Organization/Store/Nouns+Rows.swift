import Kernel
import SQL
import Shell

extension Employment {
    static let columns: Query = """
        id, person_id, kind, hired_on, last_day, previous_id, probation_end, confirmed_on, seniority_day,
        earlier_months, work_city, payer_id, insurer_id
        """

    init(_ row: inout Row) throws {
        self.init(
            id: try row.value(), person: try row.value(), kind: try row.value(), hireDay: try row.value(),
            lastDay: try row.value(), previous: try row.value(), probationEnd: try row.value(),
            confirmationDay: try row.value(), seniorityDay: try row.value(), earlierServiceMonths: try row.value(),
            workCity: try row.value(), payer: try row.value(), insurer: try row.value())
    }

    var values: [SQLValue] {
        [
            id.sqlValue, person.sqlValue, kind.sqlValue, hireDay.sqlValue, lastDay.sqlValue, previous.sqlValue,
            probationEnd.sqlValue, confirmationDay.sqlValue, seniorityDay.sqlValue, earlierServiceMonths.sqlValue,
            workCity.sqlValue, payer.sqlValue, insurer.sqlValue,
        ]
    }
}

extension Assignment {
    static let columns: Query = """
        id, person_id, employment_id, role, unit_id, position_id, level_id, manager_id, share, starts_on, ends_before,
        cause
        """

    init(_ row: inout Row) throws {
        let id: ID<Assignment> = try row.value()
        let person: ID<Person> = try row.value()
        row.skip()
        let role: AssignmentRole = try row.value()
        let post = Post(
            unit: try row.value(), position: try row.value(), level: try row.value(), manager: try row.value(),
            share: try row.value())
        self.init(id: id, person: person, role: role, post: post, days: try row.days(), cause: try row.value())
    }

    func values(of employment: ID<Employment>) -> [SQLValue] {
        [
            id.sqlValue, person.sqlValue, employment.sqlValue, role.sqlValue, post.unit.sqlValue,
            post.position.sqlValue, post.level.sqlValue, post.manager.sqlValue, post.share.sqlValue,
            days.start.sqlValue, days.end.sqlValue, cause.sqlValue,
        ]
    }
}

extension Contract {
    static let columns: Query = """
        id, person_id, employment_id, employer_id, number, kind, starts_on, last_day, signed_on, renewals, ended_on
        """

    init(_ row: inout Row) throws {
        self.init(
            id: try row.value(), person: try row.value(), employment: try row.value(), employer: try row.value(),
            number: try row.value(), kind: try row.value(), start: try row.value(), last: try row.value(),
            signed: try row.value(), renewals: try row.value(), ended: try row.value())
    }

    var values: [SQLValue] {
        [
            id.sqlValue, person.sqlValue, employment.sqlValue, employer.sqlValue, number.sqlValue, kind.sqlValue,
            start.sqlValue, last.sqlValue, signed.sqlValue, renewals.sqlValue, ended.sqlValue,
        ]
    }
}

extension Separation {
    static let columns: Query = """
        id, person_id, employment_id, notice_day, last_day, kind, reason, ground, regret_by_rule, regret_by_people,
        remark
        """

    init(_ row: inout Row) throws {
        self.init(
            id: try row.value(), person: try row.value(), employment: try row.value(), noticeDay: try row.value(),
            lastDay: try row.value(), kind: try row.value(), reason: try row.value(), ground: try row.value(),
            regret: Regret(byRule: try row.value(), byPeople: try row.value()), note: try row.value())
    }

    var values: [SQLValue] {
        [
            id.sqlValue, person.sqlValue, employment.sqlValue, noticeDay.sqlValue, lastDay.sqlValue, kind.sqlValue,
            reason.sqlValue, ground.sqlValue, regret.byRule.sqlValue, regret.byPeople.sqlValue, note.sqlValue,
        ]
    }
}

extension CustomField {
    /// Of `custom_fields f`.
    static let columns: Query = "f.id, f.code, f.name_zh, f.name_en, f.kind, f.field_class, f.choices"

    init(_ row: inout Row) throws {
        let (id, code) = (try row.value(ID<CustomField>.self), try row.value(String.self))
        let name = Phrase(zh: try row.value(), en: try row.value())
        let kind = CustomField.Kind(rawValue: try row.value()) ?? .text
        let fieldClass = FieldClass(rawValue: try row.value()) ?? .sensitive
        let choices = try row.value(String?.self) ?? ""
        self.init(
            id: id, code: code, name: name, kind: kind, fieldClass: fieldClass,
            choices: choices.split(separator: "\n").map(String.init))
    }
}
