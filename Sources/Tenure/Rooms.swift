import Organization
import Shell

/// The rooms of the house, from the bottom up: the table of contents of the application. Reactions run in this order.
enum Rooms {
    static func all(analyses: AnalysisRoutes) -> [Room] {
        [.shell, .organization, .analyses(analyses)]
    }
}
