import Kernel

/// The columns a model was trained on, so that any frame with the same names can be scored.
public struct FeatureSchema: Sendable, Codable, Equatable {
    public struct Feature: Sendable, Codable, Equatable {
        public enum Kind: Sendable, Codable, Equatable {
            case numeric
            case categorical(levels: [String])
        }

        public let name: String
        public let label: Phrase?
        public let unit: Phrase?
        public let kind: Kind

        /// What people call it.
        public var title: Phrase { label ?? Phrase(verbatim: name) }
    }

    public let features: [Feature]
    public var names: [String] { features.map(\.name) }

    public init(_ frame: Frame) {
        features = frame.columns.map { column in
            let kind: Feature.Kind =
                switch column.values {
                case .numeric: .numeric
                case .categorical(_, let levels): .categorical(levels: levels)
                }
            return Feature(name: column.name, label: column.label, unit: column.unit, kind: kind)
        }
    }

    /// The columns of `frame` in the schema's order, with codes as in training.
    ///
    /// - Throws: ``ForecastRefusal/columnKind(name:expectsNumbers:)``.
    func resolve(_ frame: Frame) throws -> [ResolvedColumn] {
        let positions = Dictionary(frame.columns.enumerated().map { ($1.name, $0) }) { first, _ in first }
        return try features.map { feature in
            guard let position = positions[feature.name] else { return .absent }
            switch (feature.kind, frame.columns[position].values) {
            case (.numeric, .numeric(let numbers)): return .numbers(numbers)
            case (.categorical(let known), .categorical(let codes, let levels)):
                if known == levels { return .codes(codes, translation: nil) }
                let index = Dictionary(known.enumerated().map { ($1, Int32($0)) }) { first, _ in first }
                return .codes(codes, translation: levels.map { index[$0] ?? -1 })
            case (.numeric, .categorical):
                throw ForecastRefusal.columnKind(name: feature.name, expectsNumbers: true)
            case (.categorical, .numeric):
                throw ForecastRefusal.columnKind(name: feature.name, expectsNumbers: false)
            }
        }
    }
}

/// A column of a frame seen through a schema.
enum ResolvedColumn {
    case numbers([Double])
    /// `translation` maps the frame's codes to the schema's; nil when they agree.
    case codes([Int32], translation: [Int32]?)
    case absent

    /// The number in a row; NaN when missing.
    func number(_ row: Int) -> Double {
        if case .numbers(let numbers) = self { numbers[row] } else { .nan }
    }

    /// The schema's code in a row; −1 when missing or never seen.
    func code(_ row: Int) -> Int32 {
        guard case .codes(let codes, let translation) = self else { return -1 }
        let code = codes[row]
        guard let translation else { return code }
        return code < 0 ? -1 : translation[Int(code)]
    }

    /// Whether the row holds nothing, or nothing the schema knows.
    func isMissing(_ row: Int) -> Bool {
        switch self {
        case .numbers(let numbers): numbers[row].isNaN
        case .codes: code(row) < 0
        case .absent: true
        }
    }
}
