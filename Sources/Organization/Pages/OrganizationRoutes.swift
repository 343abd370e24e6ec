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
            PeopleRoutes(figures: figures).page
        ] + UnitRoutes(figures: figures).all + HeadcountRoutes(figures: figures).all
            + ContractCalendarRoutes(figures: figures).all + QualityRoutes(figures: figures).all
            + ReorganizationRoutes(figures: figures).all + PositionRoutes.all + LevelRoutes.all + CustomFieldRoutes.all
    }
}
