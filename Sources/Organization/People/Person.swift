import Kernel

/// Somebody who works, worked or is about to work here: the facts that belong to the person, not to a job.
///
/// The parts behind ``personal`` and ``sensitive`` are nil when whoever loaded the record may not see that class
/// of fields; an empty part means there is nothing recorded.
package struct Person: Hashable, Sendable {
    package let id: ID<Person>
    /// The staff number (工号), unique in the company, kept for life.
    package var number: String
    package var name: PersonName
    /// Newest first; found by search.
    package var formerNames: [PersonName] = []
    /// The mail address and the phone the company gave; colleagues see them.
    package var workMail: String?
    package var workPhone: PhoneNumber?
    package var personal: PersonalDetails?
    package var sensitive: SensitiveDetails?
}

/// Fields of the class *personal*.
package struct PersonalDetails: Hashable, Sendable {
    package var gender: Gender?
    package var birthday: Day?
    /// The first is the one to call.
    package var phones: [PhoneNumber] = []
    package var mails: [String] = []
    package var emergencyContacts: [EmergencyContact] = []
    package var education: [Education] = []
    package var experience: [Experience] = []
    package var languages: [String] = []

    /// The highest degree, whatever the order in which it was recorded.
    package var highestEducation: EducationLevel? { education.map(\.level).max() }

    /// Whole years on a day; nil without a birth day or before it.
    package func age(on day: Day) -> Int? {
        guard let birthday, birthday <= day else { return nil }
        return birthday.wholeYears(to: day)
    }
}

/// Fields of the class *sensitive*: sealed in the database.
package struct SensitiveDetails: Hashable, Sendable {
    package var identity: IdentityPaper?
    package var bankAccount: BankAccount?
}

/// Whom to call when something happens to somebody.
package struct EmergencyContact: Hashable, Sendable {
    package var name: PersonName
    /// As the person wrote it: 配偶, 母亲, friend.
    package var relation: String
    package var phone: PhoneNumber
}

/// Work before this company. Counts towards cumulative service (see ``Seniority``).
package struct Experience: Hashable, Sendable {
    package var employer: String
    package var position: String?
    package var days: DayRange
}

/// The account pay goes to.
package struct BankAccount: Hashable, Sendable {
    package var bank: String
    package var branch: String?
    package var number: BankCardNumber
    /// Usually the person; another holder is a doubt the payroll asks about.
    package var holder: PersonName
}
