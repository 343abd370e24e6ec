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
        case .probationUnconfirmed, .probationTooLong, .confirmedBeforeHire: return page + "confirmation"
        case .leftWithoutDay, .leftWithoutSeparation, .leftBeforeHired, .pastRetirement: return page + "separation"
        default: return page + "edit"
        }
    }

    /// What the viewer needs to mend it.
    var mendingCapability: Capability {
        switch self {
        case .unitMissing, .unitClosed, .positionMissing, .managerMissing, .managerLeft, .managerCircle,
            .probationUnconfirmed, .probationTooLong, .confirmedBeforeHire:
            .movePeople
        case .contractMissing, .contractUnsigned, .contractExpired, .contractStartsLate, .contractEndsBeforeStart:
            .editContracts
        case .leftWithoutDay, .leftWithoutSeparation, .leftBeforeHired, .pastRetirement: .editSeparations
        default: .editPeople
        }
    }
}
