import Kernel

/// What a change does to a record: field, before, after.
public struct Diff: Part {
    public struct Change: Sendable {
        public let field: Phrase
        /// Nil when there was nothing.
        public let before: HTML?
        /// Nil when nothing is left.
        public let after: HTML?

        public init(_ field: Phrase, before: HTML?, after: HTML?) {
            self.field = field
            self.before = before
            self.after = after
        }

        public init(_ field: Phrase, _ before: String?, _ after: String?) {
            self.init(field, before: before.map { HTML($0) }, after: after.map { HTML($0) })
        }
    }

    public let changes: [Change]
    public let caption: Phrase

    public init(_ changes: [Change], caption: Phrase? = nil) {
        self.changes = changes
        self.caption = caption ?? Words.changes
    }

    public var html: HTML {
        div(.class("diff")) {
            DataTable(
                caption: caption,
                columns: [TableColumn(Words.field), TableColumn(Words.before), TableColumn(Words.after)],
                rows: changes.map { change in
                    TableRow([
                        .words(change.field),
                        TableCell {
                            if let before = change.before {
                                HTML(Tag("del"), []) { before }
                            } else {
                                NumberFormat.unknown
                            }
                        },
                        TableCell {
                            if let after = change.after { HTML(Tag("ins"), []) { after } } else { NumberFormat.unknown }
                        },
                    ])
                })
        }
    }
}
