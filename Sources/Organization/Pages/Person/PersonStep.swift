import Kernel
import Markup
import SQL
import Shell

/// What can be done with somebody, now and by this viewer.
enum PersonStep: String, Codable, Sendable, CaseIterable {
    case edit
    case confirm
    case transfer
    case addPost = "add_post"
    case signContract = "sign_contract"
    case changePay = "change_pay"
    case separate
    case checklist
    case reinstate
    case rehire

    func path(_ person: ID<Person>) -> String {
        switch self {
        case .edit: "/people/\(person)/edit"
        case .confirm: "/people/\(person)/confirmation"
        case .transfer: "/people/\(person)/transfer"
        case .addPost: "/people/\(person)/posts/new"
        case .signContract: "/people/\(person)/contracts/new"
        case .changePay: "/people/\(person)/pay"
        case .separate, .checklist: "/people/\(person)/separation"
        case .reinstate: "/people/\(person)/reinstatement"
        case .rehire: "/people/new?returning=\(person)"
        }
    }

    var name: Phrase {
        switch self {
        case .edit: Phrase(zh: "编辑档案", en: "Edit record")
        case .confirm: Phrase(zh: "办理转正", en: "Confirm")
        case .transfer: Phrase(zh: "调动或晋升", en: "Transfer or promote")
        case .addPost: Phrase(zh: "兼岗或借调", en: "Second post or secondment")
        case .signContract: Phrase(zh: "签订合同", en: "Sign a contract")
        case .changePay: Phrase(zh: "调整薪酬", en: "Change pay")
        case .separate: Phrase(zh: "办理离职", en: "Start leaving")
        case .checklist: Phrase(zh: "离职手续", en: "Leaving checklist")
        case .reinstate: Phrase(zh: "撤销离职", en: "Undo leaving")
        case .rehire: Phrase(zh: "再次入职", en: "Hire again")
        }
    }
}

extension PersonStep {
    /// Where somebody stands, as far as it decides about what can be done.
    struct Standing {
        let status: EmploymentState
        let lastDay: Day?
        let hasProbation: Bool
        let isConfirmed: Bool
    }

    /// Those that make sense and are allowed, by how likely they are wanted.
    static func steps(
        with capabilities: Set<String>, _ standing: Standing, isOneself: Bool
    ) -> [PersonStep] {
        let leaves = standing.lastDay != nil
        return allCases.filter { step in
            switch step {
            case .edit: return capabilities.contains("edit")
            case .confirm:
                return !isOneself && capabilities.contains("move") && standing.hasProbation && !standing.isConfirmed
                    && !leaves && standing.status != .planned
            case .transfer, .addPost:
                return !isOneself && capabilities.contains("move") && standing.status != .left
            case .signContract:
                return !isOneself && capabilities.contains("contracts") && standing.status != .left
            case .changePay: return !isOneself && capabilities.contains("pay") && standing.status != .left
            case .separate: return !isOneself && capabilities.contains("separations") && !leaves
            case .checklist: return !isOneself && capabilities.contains("separations") && leaves
            case .reinstate: return !isOneself && capabilities.contains("separations") && leaves
            case .rehire:
                return !isOneself && capabilities.contains("hire") && standing.status == .left
            }
        }
    }
}
