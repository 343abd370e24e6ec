import Kernel
import Markup
import SQL
import Shell

/// One line of a change of a post, by names.
struct PostChange: Codable, Sendable {
    let field: Phrase
    let before: String?
    let after: String?
}

extension PostChange {
    /// What differs between two posts.
    static func changes(from before: Post, to after: Post, _ tx: Transaction) throws -> [PostChange] {
        let posts = [before, after]
        let units = try names("select unit_id, names from unit_paths where unit_id in \(posts.map(\.unit))", tx)
        let positions = try names(
            "select id, name from positions where id in \(posts.compactMap(\.position))", tx)
        let levels = try names("select id, name from levels where id in \(posts.compactMap(\.level))", tx)
        let people = try names("select id, name from people where id in \(posts.compactMap(\.manager))", tx)
        let all = [
            PostChange(
                field: FieldName.unit, before: units[before.unit.rawValue], after: units[after.unit.rawValue]),
            PostChange(
                field: FieldName.position, before: before.position.flatMap { positions[$0.rawValue] },
                after: after.position.flatMap { positions[$0.rawValue] }),
            PostChange(
                field: FieldName.level, before: before.level.flatMap { levels[$0.rawValue] },
                after: after.level.flatMap { levels[$0.rawValue] }),
            PostChange(
                field: FieldName.manager, before: before.manager.flatMap { people[$0.rawValue] },
                after: after.manager.flatMap { people[$0.rawValue] }),
        ]
        return all.filter { $0.before != $0.after }
    }

    private static func names(_ query: Query, _ tx: Transaction) throws -> [Int64: String] {
        var names: [Int64: String] = [:]
        try tx.each(query) { row in names[try row.value()] = try row.value(String.self) }
        return names
    }
}

/// What a transfer leads to, before it is decided.
struct TransferReview: Codable, Sendable {
    let from: Day
    let changes: [PostChange]
    /// How many people report to this person: they go along.
    let reports: Int

    @HTMLBuilder func html(today: Day) -> HTML {
        Notice(
            .information,
            title: from > today
                ? Phrase(zh: "\(from) 起生效，在此之前照旧", en: "Takes effect on \(from); until then nothing changes")
                : Phrase(zh: "\(from) 起生效", en: "Takes effect from \(from)")
        ) {
            if reports > 0 {
                p {
                    Phrase(
                        zh: "其 \(reports) 名直接下属仍向本人汇报。",
                        en: reports == 1
                            ? "One person goes on reporting to them." : "\(reports) people go on reporting to them.")
                }
            }
        }
        Diff(changes.map { .init($0.field, $0.before, $0.after) }, caption: Phrase(zh: "变更前后", en: "Before and after"))
    }
}
