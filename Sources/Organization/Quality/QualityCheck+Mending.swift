import Kernel
import Shell

extension QualityCheck {
    /// Where it is mended: the form of the person that asks for the missing fact.
    func mendingPath(of person: ID<Person>) -> String {
        let page = "/people/\(person)/"
        switch self {
        case .unitMissing, .unitClosed, .positionMissing, .managerMissing, .managerLeft, .managerCircle:
            return page + "transfer"
        case .contractMissing, .contractUnsigned, .contractExpired, .contractStartsLate, .contractEndsBeforeStart:
            return page + "contracts/new"
        case .probationUnconfirmed: return page + "confirmation"
        case .leftWithoutDay, .leftWithoutSeparation, .pastRetirement: return page + "separation"
        default: return page + "edit"
        }
    }

    /// Whether days of the employment are corrected, which nobody does for themselves.
    var mendsEmployment: Bool {
        switch self {
        case .hireDayMissing, .hireDayImplausible, .leftBeforeHired, .probationTooLong, .probationNotAllowed,
            .probationEndBeforeHire, .confirmedBeforeHire:
            true
        default: false
        }
    }

    /// What the viewer needs to mend it.
    var mendingCapability: Capability {
        switch self {
        case .unitMissing, .unitClosed, .positionMissing, .managerMissing, .managerLeft, .managerCircle,
            .probationUnconfirmed:
            .movePeople
        case .contractMissing, .contractUnsigned, .contractExpired, .contractStartsLate, .contractEndsBeforeStart:
            .editContracts
        case .leftWithoutDay, .leftWithoutSeparation, .pastRetirement: .editSeparations
        default: .editPeople
        }
    }
}
