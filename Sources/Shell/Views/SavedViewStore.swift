import Kernel
import SQL
import Synchronization

/// The views of an account. Kept in memory until something is written, so that a list page does not ask each time.
package enum SavedViewStore {
    /// In the order of their making.
    package static func list(
        of viewer: Viewer, for list: String, _ house: House, _ tx: Transaction
    ) throws -> [SavedView] {
        let generation = house.database.generation
        let now = house.now
        if let known = house.viewDesk.kept.withLock({ $0[viewer.account] }), known.generation == generation,
            (0..<5_000).contains(known.at.distance(to: now))
        {
            return known.views[list] ?? []
        }
        var views: [String: [SavedView]] = [:]
        try tx.each(
            "select list, id, name, query from saved_views where account_id = \(viewer.account) order by list, id"
        ) { row in
            views[try row.value(), default: []].append(
                SavedView(id: try row.value(), name: try row.value(), query: try row.value()))
        }
        house.viewDesk.kept.withLock { kept in
            if kept.count > 20_000 { kept = [:] }
            kept[viewer.account] = .init(generation: generation, at: now, views: views)
        }
        return views[list] ?? []
    }

    /// How many views an account may keep of one list: more would be no help.
    static let limit = 20

    /// Keeps a view; one of the same name is replaced.
    static func keep(
        _ name: String, _ query: String, of viewer: Viewer, for list: String, _ tx: Transaction
    ) throws {
        let others = try tx.value(
            """
            select count(*) from saved_views
            where account_id = \(viewer.account) and list = \(list) and name <> \(name)
            """, as: Int.self)
        if (others ?? 0) >= limit { throw SavedViewRefusal.tooMany(limit) }
        try tx.execute(
            """
            insert into saved_views (id, account_id, list, name, query)
            values (\(try tx.newID(SavedView.self)), \(viewer.account), \(list), \(name), \(query))
            on conflict (account_id, list, name) do update set query = excluded.query
            """)
    }

    /// - Returns: the list it was a view of.
    /// - Throws: ``Missing`` when it is not the viewer's.
    static func remove(_ id: ID<SavedView>, of viewer: Viewer, _ tx: Transaction) throws -> String {
        let mine: Query = "id = \(id) and account_id = \(viewer.account)"
        guard let list = try tx.value("select list from saved_views where \(mine)", as: String.self) else {
            throw Missing()
        }
        try tx.execute("delete from saved_views where \(mine)")
        return list
    }
}

/// What is kept between requests.
package final class SavedViewDesk: Sendable {
    struct Kept {
        let generation: Int
        let at: Instant
        let views: [String: [SavedView]]
    }

    let kept = Mutex<[ID<Account>: Kept]>([:])
}

enum SavedViewRefusal: Refusal {
    case tooMany(Int)
    case noSuchList

    var explanation: Phrase {
        switch self {
        case .tooMany(let limit):
            Phrase(
                zh: "每个列表最多保存 \(limit) 个视图。请先删除不用的视图。",
                en: "A list keeps up to \(limit) views. Please remove one that is no longer needed first.")
        case .noSuchList:
            Phrase(zh: "这个页面不能保存视图。请从列表页面保存。", en: "This page keeps no views. Save them from a list page.")
        }
    }
}
