import Organization
import Retention
import Shell

/// The rooms of the house, from the bottom up: the table of contents of the application. Reactions run in this order.
enum Rooms {
    static func all(analyses: AnalysisRoutes) -> [Room] { keeping + [.analyses(analyses)] }

    /// Those that keep something in the database.
    static var keeping: [Room] {
        let below: [Room] = [.shell, .frame, .organization]
        return below + [.retention(below.flatMap(\.facts))]
    }
}

extension Room {
    /// Styles and script: the same for every viewer.
    fileprivate static var frame: Room {
        var room = Room(name: "Frame")
        room.routes = Assets.routes
        return room
    }
}
