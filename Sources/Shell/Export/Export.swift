import Kernel
import SQL

/// A list as a file: its columns, and its rows in batches, loaded through the viewer.
/// See ``ListExport`` for an example.
package struct Export<Record: Sendable>: Sendable {
    /// How many rows to load at once: few enough for the memory, many enough for the speed.
    package static var batch: Int { 5_000 }

    /// One page of rows and where the next begins; nil on the last.
    package typealias Page = (rows: [Record], next: Int64?)

    package let title: Phrase
    package let columns: [ExportColumn<Record>]
    /// Gives the page that begins at a cursor; nil for the first. A few thousand rows at once are best.
    let page: @Sendable (Int64?, Transaction) throws -> Page

    package init(
        _ title: Phrase, columns: [ExportColumn<Record>],
        page: @escaping @Sendable (Int64?, Transaction) throws -> Page
    ) {
        self.title = title
        self.columns = columns
        self.page = page
    }
}

extension Export {
    /// A list that is in memory as a whole.
    package init(
        _ title: Phrase, columns: [ExportColumn<Record>], rows: @escaping @Sendable (Transaction) throws -> [Record]
    ) {
        self.init(title, columns: columns) { _, tx in (try rows(tx), nil) }
    }
}

extension Array {
    /// The columns of a class the viewer sees of somebody. Values of single records are left out by their store.
    package func seen<Record>(by viewer: Viewer, _ capability: Capability) -> [ExportColumn<Record>]
    where Element == ExportColumn<Record> {
        filter { !viewer.grants(for: capability, showing: $0.fieldClass).isEmpty }
    }
}

/// One column of an export. Columns of a class the viewer does not see are left out: ``Swift/Array/seen(by:_:)``.
package struct ExportColumn<Record: Sendable>: Sendable {
    package let title: Phrase
    package let fieldClass: FieldClass
    let value: @Sendable (Record, Language) -> ExportValue

    package init(
        _ title: Phrase, _ fieldClass: FieldClass = .work,
        value: @escaping @Sendable (Record, Language) -> ExportValue
    ) {
        self.title = title
        self.fieldClass = fieldClass
        self.value = value
    }

    package static func text(
        _ title: Phrase, _ fieldClass: FieldClass = .work, _ value: @escaping @Sendable (Record) -> String?
    ) -> ExportColumn { ExportColumn(title, fieldClass) { record, _ in value(record).map { .text($0) } ?? .nothing } }

    package static func words(
        _ title: Phrase, _ fieldClass: FieldClass = .work, _ value: @escaping @Sendable (Record) -> Phrase?
    ) -> ExportColumn {
        ExportColumn(title, fieldClass) { record, language in value(record).map { .text($0[language]) } ?? .nothing }
    }

    package static func day(
        _ title: Phrase, _ fieldClass: FieldClass = .work, _ value: @escaping @Sendable (Record) -> Day?
    ) -> ExportColumn { ExportColumn(title, fieldClass) { record, _ in value(record).map { .day($0) } ?? .nothing } }

    package static func money(
        _ title: Phrase, _ fieldClass: FieldClass = .pay, _ value: @escaping @Sendable (Record) -> Money?
    ) -> ExportColumn { ExportColumn(title, fieldClass) { record, _ in value(record).map { .money($0) } ?? .nothing } }

    package static func integer(
        _ title: Phrase, _ fieldClass: FieldClass = .work, _ value: @escaping @Sendable (Record) -> Int?
    ) -> ExportColumn {
        ExportColumn(title, fieldClass) { record, _ in value(record).map { .integer($0) } ?? .nothing }
    }
}

package enum ExportValue: Sendable, Hashable {
    case nothing
    case text(String)
    case integer(Int)
    case day(Day)
    case money(Money)
    case rate(Rate)
}
