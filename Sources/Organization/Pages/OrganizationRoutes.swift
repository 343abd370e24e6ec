import Kernel
import Markup
import SQL
import Shell

/// The addresses of the room.
struct OrganizationRoutes: Sendable {
    /// One for the whole application: keeps counts between requests.
    let figures = StaffFigures()

    var all: [Route] {
        [
            PeopleRoutes(figures: figures).page,
            .page("/people/{id}", .needs(.readPeople), Phrase(zh: "人员", en: "A person"), person),
        ] + UnitRoutes(figures: figures).all + HeadcountRoutes(figures: figures).all
            + ContractCalendarRoutes(figures: figures).all + QualityRoutes(figures: figures).all
    }

    @Sendable private func person(_ call: Call) async throws -> PersonPage {
        let viewer = try call.viewer
        let id = try call.id(of: Person.self)
        let today = call.today
        let keyring = call.house.keyring
        return try await call.read { tx in
            let file = try PersonStore.file(id, as: viewer, keyring, today: today, tx)
            return PersonPage(
                row: file.row, managers: file.managers, reports: file.reports,
                classes: FieldClass.allCases.filter { file.classes.contains($0) },
                personal: file.person.personal.map {
                    .init(
                        gender: $0.gender?.name, born: $0.birthday, phone: $0.phones.first?.text, mail: $0.mails.first)
                }, monthlyPay: file.pay.last { $0.days.contains(today) }?.monthly,
                timeline: PersonTimeline.entries(of: file).sorted { $0.day > $1.day })
        }
    }
}
