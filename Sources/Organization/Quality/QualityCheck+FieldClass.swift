import Shell

extension QualityCheck {
    /// The class of the fields it tells something about: whoever does not see the field is not told of its faults.
    package var fieldClass: FieldClass {
        switch self {
        case .hireDayMissing, .hireDayImplausible, .leftBeforeHired, .leftWithoutDay, .leftWithoutSeparation,
            .unitMissing, .unitClosed, .positionMissing, .managerMissing, .managerLeft, .managerCircle,
            .contractMissing, .contractUnsigned, .contractExpired, .contractStartsLate, .contractEndsBeforeStart,
            .probationTooLong, .probationNotAllowed, .probationEndBeforeHire, .probationUnconfirmed,
            .confirmedBeforeHire, .mailShared:
            .work
        case .phoneMissing, .phoneShared, .birthdayImplausible, .underAge, .pastRetirement, .emergencyContactMissing,
            .documentExpired, .documentExpiring:
            .personal
        case .identityMissing, .identityUnreadable, .identityBirthday, .identityGender, .identityShared,
            .bankAccountMissing:
            .sensitive
        }
    }
}
