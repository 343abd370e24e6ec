import Kernel

/// A table of facts for learning: named columns of equal length, numbers or categories.
///
/// The learning library knows frames, not people.
public struct Frame: Sendable {
    public let rowCount: Int
    public private(set) var columns: [Column]

    /// - Precondition: every column has `rowCount` values.
    public init(rowCount: Int, columns: [Column]) {
        precondition(columns.allSatisfy { $0.count == rowCount }, "columns of a frame have equal length")
        self.rowCount = rowCount
        self.columns = columns
    }

    public subscript(name: String) -> Column? {
        columns.first { $0.name == name }
    }

    public func dropping(_ names: Set<String>) -> Frame {
        Frame(rowCount: rowCount, columns: columns.filter { !names.contains($0.name) })
    }

    public func selecting(_ names: [String]) -> Frame {
        Frame(rowCount: rowCount, columns: names.compactMap { self[$0] })
    }

    /// The given rows, in the given order, as a frame of their own.
    public func taking(_ rows: [Int]) -> Frame {
        Frame(rowCount: rows.count, columns: columns.map { $0.taking(rows) })
    }
}

/// One named fact of a frame.
public struct Column: Sendable {
    public enum Values: Sendable {
        /// NaN = missing.
        case numeric([Double])
        /// Dictionary-encoded; a code of −1 = missing, otherwise an index into `levels`.
        case categorical(codes: [Int32], levels: [String])
    }

    public var name: String
    /// What people call it, when that differs from `name`.
    public var label: Phrase?
    public var unit: Phrase?
    public var values: Values

    public init(name: String, label: Phrase? = nil, unit: Phrase? = nil, values: Values) {
        self.name = name
        self.label = label
        self.unit = unit
        self.values = values
    }

    public var count: Int {
        switch values {
        case .numeric(let numbers): numbers.count
        case .categorical(let codes, _): codes.count
        }
    }

    public var isNumeric: Bool {
        if case .numeric = values { true } else { false }
    }

    public func taking(_ rows: [Int]) -> Column {
        var copy = self
        switch values {
        case .numeric(let numbers): copy.values = .numeric(rows.map { numbers[$0] })
        case .categorical(let codes, let levels):
            copy.values = .categorical(codes: rows.map { codes[$0] }, levels: levels)
        }
        return copy
    }
}

extension Frame {
    /// Changes one column in place; its length stays.
    public mutating func rewrite(_ name: String, _ change: (inout Column) -> Void) {
        guard let index = columns.firstIndex(where: { $0.name == name }) else { return }
        change(&columns[index])
        precondition(columns[index].count == rowCount, "columns of a frame have equal length")
    }
}
