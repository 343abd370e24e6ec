import Kernel
import Shell

/// What this room leaves in the journal. Ids and days only: entries leave the house by webhooks.
package enum OrganizationEvents {
    package struct Hired: JournalEntry {
        package static let code = "organization.hired"
        package static let name = Phrase(zh: "员工入职", en: "Employee hired")
        package let person: ID<Subject>
        package let on: Day
        package var about: ID<Subject>? { person }
    }

    package struct RecordChanged: JournalEntry {
        package static let code = "organization.record_changed"
        package static let name = Phrase(zh: "员工档案变更", en: "Record changed")
        package let person: ID<Subject>
        package var about: ID<Subject>? { person }
    }

    package struct Moved: JournalEntry {
        package static let code = "organization.moved"
        package static let name = Phrase(zh: "任职变更", en: "Post changed")
        package let person: ID<Subject>
        package let from: Day
        package let cause: AssignmentCause
        package var about: ID<Subject>? { person }
    }

    package struct Confirmed: JournalEntry {
        package static let code = "organization.confirmed"
        package static let name = Phrase(zh: "员工转正", en: "Employee confirmed")
        package let person: ID<Subject>
        package let on: Day
        package var about: ID<Subject>? { person }
    }

    package struct ContractChanged: JournalEntry {
        package static let code = "organization.contract_changed"
        package static let name = Phrase(zh: "劳动合同变更", en: "Contract changed")
        package let person: ID<Subject>
        package let contract: Int64
        package var about: ID<Subject>? { person }
    }

    package struct Separated: JournalEntry {
        package static let code = "organization.separated"
        package static let name = Phrase(zh: "员工离职", en: "Employee leaves")
        package let person: ID<Subject>
        package let lastDay: Day
        package let kind: SeparationKind
        package var about: ID<Subject>? { person }
    }

    package struct Reinstated: JournalEntry {
        package static let code = "organization.reinstated"
        package static let name = Phrase(zh: "撤销离职", en: "Separation undone")
        package let person: ID<Subject>
        package var about: ID<Subject>? { person }
    }

    package struct PayChanged: JournalEntry {
        package static let code = "organization.pay_changed"
        package static let name = Phrase(zh: "薪酬变更", en: "Pay changed")
        package let person: ID<Subject>
        package let from: Day
        package var about: ID<Subject>? { person }
    }

    package struct UnitChanged: JournalEntry {
        package static let code = "organization.unit_changed"
        package static let name = Phrase(zh: "组织架构变更", en: "Org chart changed")
        package let unit: ID<OrgUnit>
        package let from: Day
    }

    static let all: [any JournalEntry.Type] = [
        Hired.self, RecordChanged.self, Moved.self, Confirmed.self, ContractChanged.self, Separated.self,
        Reinstated.self, PayChanged.self, UnitChanged.self,
    ]
}
