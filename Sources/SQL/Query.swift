/// A piece of SQL whose interpolated values are bound, never written into the text.
///
/// ```swift
/// let inUnit: Query = "unit_id in \(units)"
/// try tx.rows("select id, name from people where hired_on <= \(day) and \(inUnit) order by id") { row in … }
/// ```
///
/// A query inside a query is spliced, an array becomes `(?, ?, …)`, and only text of this program's own source
/// (`\(raw: "…")`, a `StaticString`) goes in unbound.
public struct Query: Sendable, Hashable {
    /// The text around the values: one piece more than there are values.
    public private(set) var pieces: [String]
    public private(set) var values: [SQLValue]

    init(pieces: [String], values: [SQLValue]) {
        self.pieces = pieces
        self.values = values
    }

    /// Nothing at all; splicing it changes nothing.
    public static let empty = Query(pieces: [""], values: [])

    /// Whether there is no text and no value.
    public var isEmpty: Bool { values.isEmpty && pieces.allSatisfy(\.isEmpty) }

    /// The text with its values left open: they are numbered `$1`, `$2`, … from left to right.
    public var text: String { text { "$\($0)" } }

    /// - Parameter place: how the engine writes the place of a value, numbered from 1.
    func text(_ place: (Int) -> String) -> String {
        guard pieces.count > 1 else { return pieces[0] }
        var text = pieces[0]
        text.reserveCapacity(pieces.reduce(0) { $0 + $1.utf8.count + 6 })
        for index in 1..<pieces.count {
            text += place(index)
            text += pieces[index]
        }
        return text
    }

    mutating func append(_ text: String) {
        pieces[pieces.count - 1] += text
    }

    mutating func append(_ value: SQLValue) {
        values.append(value)
        pieces.append("")
    }

    mutating func append(_ query: Query) {
        append(query.pieces[0])
        for (value, piece) in zip(query.values, query.pieces.dropFirst()) {
            append(value)
            append(piece)
        }
    }

    public static func + (left: Query, right: Query) -> Query {
        var sum = left
        sum.append(right)
        return sum
    }

    public static func += (left: inout Query, right: Query) {
        left.append(right)
    }
}

extension Query: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) {
        self.init(pieces: [value], values: [])
    }

    public init(stringInterpolation: Interpolation) {
        self = stringInterpolation.query
    }

    public struct Interpolation: StringInterpolationProtocol {
        var query = Query.empty

        public init(literalCapacity: Int, interpolationCount: Int) {
            query.values.reserveCapacity(interpolationCount)
            query.pieces.reserveCapacity(interpolationCount + 1)
        }

        public mutating func appendLiteral(_ literal: String) {
            query.append(literal)
        }

        public mutating func appendInterpolation(_ value: some SQLBindable) {
            query.append(value.sqlValue)
        }

        /// A missing value is bound as null.
        public mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
            query.append(value.sqlValue)
        }

        public mutating func appendInterpolation(_ part: Query) {
            query.append(part)
        }

        /// `(a, b, c)`; an empty list becomes `(null)`, which nothing is in.
        public mutating func appendInterpolation(_ values: some Collection<some SQLBindable>) {
            guard !values.isEmpty else { return query.append("(null)") }
            for (index, value) in values.enumerated() {
                query.append(index == 0 ? "(" : ", ")
                query.append(value.sqlValue)
            }
            query.append(")")
        }

        public mutating func appendInterpolation(raw text: StaticString) {
            query.append(text.description)
        }
    }
}

extension Query {
    /// The conditions joined by `and`; `1 = 1` when there are none.
    public static func all(of conditions: [Query]) -> Query { joined(conditions, " and ", none: "1 = 1") }

    /// The conditions joined by `or`; `1 = 0` when there are none.
    public static func any(of conditions: [Query]) -> Query { joined(conditions, " or ", none: "1 = 0") }

    private static func joined(_ conditions: [Query], _ word: String, none: Query) -> Query {
        guard let first = conditions.first else { return none }
        guard conditions.count > 1 else { return first }
        var sum: Query = "(" + first + ")"
        for condition in conditions.dropFirst() {
            sum.append(word)
            sum += "(" + condition + ")"
        }
        return "(" + sum + ")"
    }
}
