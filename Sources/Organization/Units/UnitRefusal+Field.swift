import Kernel
import Shell

extension UnitRefusal {
    /// The field of the forms that has to change.
    var field: String {
        switch self {
        case .noName, .nameWithSeparator, .siblingWithSameName: "name"
        case .codeTaken: "code"
        case .notOpen, .stillPeople, .stillUnits, .laterChange: "from"
        case .parentNotOpen, .underItself, .circle, .companyUnderPart, .emptyLevel, .ambiguousName: "parent"
        }
    }

    /// Where the form shows it.
    func problem(at field: String? = nil) -> FormProblem {
        FormProblem(field: field ?? self.field, problem: explanation)
    }
}
