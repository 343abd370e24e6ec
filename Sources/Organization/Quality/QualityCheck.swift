import Kernel

/// The closed list of what can be missing or contradictory in somebody's record.
///
/// The raw value is the stable code; ``QualityCheck/applies(to:on:)`` says when, ``QualityCheck/advice`` what to do.
package enum QualityCheck: String, Sendable, Hashable, Codable, CaseIterable {
    case hireDayMissing = "hire_day_missing"
    case hireDayImplausible = "hire_day_implausible"
    case leftBeforeHired = "left_before_hired"
    case leftWithoutDay = "left_without_day"
    case leftWithoutSeparation = "left_without_separation"
    case unitMissing = "unit_missing"
    case unitClosed = "unit_closed"
    case positionMissing = "position_missing"
    case managerMissing = "manager_missing"
    case managerLeft = "manager_left"
    case managerCircle = "manager_circle"
    case contractMissing = "contract_missing"
    case contractUnsigned = "contract_unsigned"
    case contractExpired = "contract_expired"
    case contractStartsLate = "contract_starts_late"
    case contractEndsBeforeStart = "contract_ends_before_start"
    case probationTooLong = "probation_too_long"
    case probationNotAllowed = "probation_not_allowed"
    case probationEndBeforeHire = "probation_end_before_hire"
    case probationUnconfirmed = "probation_unconfirmed"
    case confirmedBeforeHire = "confirmed_before_hire"
    case identityMissing = "identity_missing"
    case identityUnreadable = "identity_unreadable"
    case identityBirthday = "identity_birthday"
    case identityGender = "identity_gender"
    case identityShared = "identity_shared"
    case phoneMissing = "phone_missing"
    case phoneShared = "phone_shared"
    case mailShared = "mail_shared"
    case birthdayImplausible = "birthday_implausible"
    case underAge = "under_age"
    case pastRetirement = "past_retirement"
    case bankAccountMissing = "bank_account_missing"
    case emergencyContactMissing = "emergency_contact_missing"
    case documentExpired = "document_expired"
    case documentExpiring = "document_expiring"

    /// How pressing it is.
    package enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
        /// Illegal, or figures are wrong because of it.
        case serious
        /// Wrong or soon expensive.
        case warning
        /// Incomplete.
        case hint

        package var name: Phrase {
            switch self {
            case .serious: Phrase(zh: "严重", en: "Serious")
            case .warning: Phrase(zh: "警告", en: "Warning")
            case .hint: Phrase(zh: "提示", en: "Hint")
            }
        }
    }

    package var severity: Severity {
        switch self {
        case .hireDayMissing, .leftBeforeHired, .leftWithoutDay, .unitMissing, .managerCircle, .contractMissing,
            .contractUnsigned, .contractExpired, .probationTooLong, .probationNotAllowed, .identityShared, .underAge,
            .contractEndsBeforeStart:
            .serious
        case .hireDayImplausible, .leftWithoutSeparation, .unitClosed, .managerLeft, .contractStartsLate,
            .probationEndBeforeHire, .probationUnconfirmed, .confirmedBeforeHire, .identityUnreadable,
            .identityBirthday,
            .identityGender, .phoneShared, .birthdayImplausible, .pastRetirement, .bankAccountMissing,
            .documentExpired:
            .warning
        case .positionMissing, .managerMissing, .identityMissing, .phoneMissing, .mailShared, .emergencyContactMissing,
            .documentExpiring:
            .hint
        }
    }

    /// Everything found about somebody, the most pressing first.
    package static func findings(in facts: PersonFacts, on day: Day) -> [QualityCheck] {
        let found = allCases.filter { $0.applies(to: facts, on: day) }
        return Severity.allCases.flatMap { severity in found.filter { $0.severity == severity } }
    }
}
