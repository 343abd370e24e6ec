import Kernel
import SQL
import Shell

extension ListExport {
    /// Whom an open draft of a reorganisation would move; those of every open draft for the command.
    static let reorganizationPeople = ListExport(
        "reorganization-people", of: "/reorganizations/{id}/people",
        Phrase(zh: "导出受影响的人员", en: "Export the people concerned"), reading: .editUnits
    ) { asked in
        let (viewer, record) = (asked.viewer, asked.record)
        return Export(
            Phrase(zh: "组织调整影响的人员", en: "People concerned"),
            columns: [
                .text(FieldName.number, .public) { $0.move.number }, .text(FieldName.name, .public) { $0.move.name },
                .text(Phrase(zh: "调整前", en: "Before"), .public) { $0.move.before },
                .text(Phrase(zh: "调整后", en: "After"), .public) { $0.move.after },
                .text(Phrase(zh: "组织调整", en: "Reorganisation"), .public) { $0.draft },
            ]
        ) { tx in
            if let record {
                return try people(of: try ReorganizationStore.draft(ID(record), as: viewer, tx), viewer, tx)
            }
            return try ReorganizationStore.list(after: nil, limit: 1_000, as: viewer, tx).flatMap { draft in
                // A draft that cannot be applied as it is moves nobody.
                do { return try people(of: draft, viewer, tx) } catch is any Refusal { return [] }
            }
        }
    }

    private struct Concerned: Sendable {
        let move: ReorganizationEffects.Move
        let draft: String
    }

    private static func people(
        of draft: ReorganizationDraft, _ viewer: Viewer, _ tx: Transaction
    ) throws -> [Concerned] {
        let steps = try ReorganizationStore.steps(of: draft.id, tx)
        guard draft.state == .draft, !steps.isEmpty else { return [] }
        return try ReorganizationEffects.load(draft, steps, limit: .max, as: viewer, tx).moves.map {
            Concerned(move: $0, draft: draft.name)
        }
    }
}
