/// One numbered, add-only step of the database's shape. A shipped migration is never edited.
///
/// ```swift
/// Migration(12, "training sessions", [
///     "create table sessions (id \(.id) primary key, course_id \(.id) not null references courses, held_on \(.day) not null)\(ending: .end)",
///     "create index sessions_by_course on sessions (course_id, held_on)",
/// ])
/// ```
public struct Migration: Sendable {
    public let number: Int
    public let name: String
    public let statements: [Definition]

    /// - Parameter number: unique over all rooms; steps run in the order of their numbers.
    public init(_ number: Int, _ name: String, _ statements: [Definition]) {
        self.number = number
        self.name = name
        self.statements = statements
    }
}

/// A statement that defines tables or indexes, written with type tokens.
public struct Definition: Sendable, ExpressibleByStringInterpolation {
    enum Piece: Sendable {
        case text(String)
        case type(Dialect.ColumnType)
        case end(narrow: Bool)
        case only(Dialect, String)
    }

    let pieces: [Piece]

    public init(stringLiteral value: String) {
        pieces = [.text(value)]
    }

    public init(stringInterpolation: Interpolation) {
        pieces = stringInterpolation.pieces
    }

    /// How a table ends.
    public enum Ending: Sendable {
        case end
        /// For tables found by their primary key only.
        case narrowEnd
    }

    public struct Interpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ literal: String) { pieces.append(.text(literal)) }

        /// `\(.id)`
        public mutating func appendInterpolation(_ type: Dialect.ColumnType) { pieces.append(.type(type)) }

        /// `)\(ending: .end)` after the closing parenthesis of a table.
        public mutating func appendInterpolation(ending: Ending) { pieces.append(.end(narrow: ending == .narrowEnd)) }

        /// Text for one engine only.
        public mutating func appendInterpolation(only dialect: Dialect, _ text: StaticString) {
            pieces.append(.only(dialect, text.description))
        }
    }

    func text(for dialect: Dialect) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .type(let type): dialect.name(of: type)
            case .end(let narrow): narrow ? dialect.narrowTableEnding : dialect.tableEnding
            case .only(let engine, let text): engine == dialect ? text : ""
            }
        }.joined()
    }
}
