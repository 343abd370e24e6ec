import Kernel
import SQL
import Shell

/// Which field of a form has to change when the rules say no.
enum RefusedField {
    /// - Parameter day: the field with the day of the change.
    static func name(_ refusal: any Refusal, day: String) -> String {
        switch refusal {
        case let refusal as StaffRefusal: name(refusal, day)
        case let refusal as AssignmentRefusal: name(refusal, day)
        case let refusal as LawRefusal: name(refusal.findings.first?.code ?? "")
        case CompensationRefusal.lastMonthPayMissing: "last_month_pay"
        case CompensationRefusal.endsBeforeStart: day
        case is CompensationRefusal: "average_pay"
        case is IdentityPaperRefusal: "identity"
        case is PhoneRefusal: "phone"
        case is BankCardRefusal: "bank_number"
        default: ""
        }
    }

    private static func name(_ refusal: StaffRefusal, _ day: String) -> String {
        switch refusal {
        case .noNumber, .numberTaken: "number"
        case .noName: "name"
        case .identityTaken: "identity"
        case .unknownUnit: "unit"
        case .unknownManager: "manager"
        case .negativePay: "pay"
        case .probationEndsBeforeHire, .probationTooLong: "probation_end"
        case .mayNotChange, .ownMatter, .notLeaving, .hiredAgainLater: ""
        default: day
        }
    }

    private static func name(_ refusal: AssignmentRefusal, _ day: String) -> String {
        switch refusal {
        case .ownManager, .managerCircle: "manager"
        case .shareTooLarge, .shareOutOfRange: "share"
        case .unchanged: "unit"
        default: day
        }
    }

    private static func name(_ code: String) -> String {
        switch code {
        case "open_ended_due": "contract"
        case "contract_ends_before_start", "fixed_without_end", "open_ended_with_end": "contract_last"
        case "protected": "protections"
        default: code.hasPrefix("probation") ? "probation_months" : ""
        }
    }
}

extension Form {
    /// Runs a change; what the rules refuse comes back at the field that has to change.
    static func atFields<T>(day: String = "from", _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let refusal as any Refusal {
            let name = RefusedField.name(refusal, day: day)
            throw FormProblem(
                field: fields.contains { $0.name == name } ? name : "", problem: refusal.explanation)
        }
    }
}

extension Call {
    /// Runs a change up to its last step and takes it back: whether the rules allow it, and what it would lead to.
    func rehearse<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        do {
            return try await write { tx -> T in throw Rehearsed(value: try body(tx)) }
        } catch let rehearsed as Rehearsed<T> {
            return rehearsed.value
        }
    }
}

private struct Rehearsed<Value: Sendable>: Error {
    let value: Value
}
