import Kernel
import Shell

/// Everything about one person that the viewer may see. What is behind a class the viewer does not see was not loaded:
/// it is nil or empty here.
package struct PersonFile: Sendable {
    package let row: StaffRow
    /// The classes of fields the viewer sees of this person.
    package let classes: Set<FieldClass>
    /// With ``Person/personal`` and ``Person/sensitive`` as far as they may be seen.
    package let person: Person
    /// From the direct manager up to the top; for those who see the class *work*.
    package let managers: [PersonChip]
    /// How many report to this person directly.
    package let reports: Int
    /// By hire day; class *work*.
    package let employments: [Employment]
    /// By first day, with names; class *work*.
    package let posts: [PostRow]
    /// By first day; for those who may see contracts of this person.
    package let contracts: [Contract]
    /// Class *personal*.
    package let separations: [Separation]
    /// Of the classes seen.
    package let documents: [Document]
    /// By first day; class *pay*.
    package let pay: [PayRate]
    /// The latest months first; class *pay*.
    package let paid: [PaidMonth]
    /// Fields the company defined, of the classes seen.
    package let custom: [CustomValue]
    package let remark: String?
}

/// Somebody as a link.
package struct PersonChip: Codable, Hashable, Sendable {
    package let id: ID<Person>
    package let name: String
    package let position: String?
}

/// A post over a range of days with the names people read.
package struct PostRow: Codable, Hashable, Sendable {
    package let id: ID<Assignment>
    package let employment: ID<Employment>
    package let role: AssignmentRole
    package let cause: AssignmentCause
    package let days: DayRange
    package let unit: ID<OrgUnit>
    package let unitName: String
    package let position: String?
    package let level: String?
    package let manager: ID<Person>?
    package let managerName: String?
    /// Of the working time.
    package let share: Rate
}

/// Agreed monthly pay over a range of days. Class *pay*.
package struct PayRate: Codable, Hashable, Sendable {
    package let days: DayRange
    package let monthly: Money
    package let remark: String?
}

/// What was paid in a month, item by item. Class *pay*.
package struct PaidMonth: Codable, Hashable, Sendable {
    package struct Item: Codable, Hashable, Sendable {
        package let code: String
        package let amount: Money
    }

    package let month: Month
    package let items: [Item]
}

/// A field the company defined for itself.
package struct CustomField: Codable, Hashable, Sendable {
    package enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        case text, number, day, choice, flag

        package var name: Phrase {
            switch self {
            case .text: Phrase(zh: "文本", en: "Text")
            case .number: Phrase(zh: "数字", en: "Number")
            case .day: Phrase(zh: "日期", en: "Day")
            case .choice: Phrase(zh: "单选", en: "Choice")
            case .flag: Phrase(zh: "是否", en: "Yes or no")
            }
        }
    }

    package let id: ID<CustomField>
    package var code: String
    package var name: Phrase
    package var kind: Kind
    package var fieldClass: FieldClass
    /// For ``Kind/choice``.
    package var choices: [String]
}

package struct CustomValue: Codable, Hashable, Sendable {
    package let field: CustomField
    package let content: String
}
