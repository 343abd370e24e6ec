import Kernel
import Markup
import SQL
import Shell

/// The front door of the room of units, people, assignments, contracts and separations.
extension Room {
    package static var organization: Room {
        var room = Room(name: "Organization")
        room.migrations = Migration.ofOrganization
        room.capabilities = Capability.ofOrganization
        room.defaultGrants = DefaultGrant.ofOrganization
        room.entries = OrganizationEvents.all
        room.imports = [
            StaffImport(), UnitsImport(), AssignmentsImport(), EmploymentSheetImport.contracts,
            EmploymentSheetImport.separations, PayImport(),
        ]
        room.subjects = .organization
        room.facts = PublishedFact.ofOrganization
        room.jobs = [StaffRollover.job, ContractReminders.job]
        let routes = OrganizationRoutes()
        room.search = [.people, .units(routes.figures)]
        room.workbench = [.organization(routes.figures)]
        room.exports = [
            .people(routes.figures), .units(routes.figures), .headcountUnits(routes.figures),
            .headcountMonths(routes.figures), .contracts(routes.figures), .quality(routes.figures), .positions,
            .levels, .customFields, .reorganizationPeople,
        ]
        room.routes = routes.all + PersonRoutes.all + room.exports.flatMap(\.routes)
        room.menu = [
            MenuPage(
                Phrase(zh: "花名册", en: "Directory"), path: "/people", icon: .people, needs: .readPeople, group: .people),
            MenuPage(
                Phrase(zh: "组织架构", en: "Org chart"), path: "/units", icon: .tree, needs: .readUnits, group: .people),
            MenuPage(
                HeadcountPage.crumb.title, path: HeadcountPage.crumb.path, icon: .chart, needs: .readHeadcount,
                group: .people),
            MenuPage(
                ContractCalendarPage.crumb.title, path: ContractCalendarPage.crumb.path, icon: .calendar,
                needs: .editContracts,
                group: .people),
            MenuPage(
                QualityPage.crumb.title, path: QualityPage.crumb.path, icon: .shield, needs: .readQuality,
                group: .people),
            MenuPage(
                CatalogueTabs.title, path: "/positions", icon: .list, needs: .editPositions, group: .administration),
        ]
        return room
    }
}
