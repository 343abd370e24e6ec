import Foundation
import Kernel

/// How raw columns become the facts a model was trained on; stored with the model and applied to new files.
public struct Preparation: Sendable, Codable, Equatable {
    public struct Feature: Sendable, Codable, Equatable {
        public var name: String
        public var label: Phrase?
        public var unit: Phrase?
        public var kind: ColumnKind
        /// Of a category, as in training; nil for a number.
        public var levels: [String]?
        /// Whether rare levels were merged into the last one, so that unseen levels belong there too.
        public var mergesRareLevels: Bool
    }

    public var features: [Feature]

    /// What a check did to the columns it kept.
    public init(_ checked: Hygiene) {
        features = checked.frame.columns.map { column in
            var feature = Feature(
                name: column.name, label: column.label, unit: column.unit,
                kind: checked.kinds[column.name] ?? ColumnKind(inferring: column.values), levels: nil,
                mergesRareLevels: checked.findings.contains {
                    $0.column == column.name && $0.cause == .tooManyLevels && $0.action == .converted
                })
            if case .categorical(_, let levels) = column.values { feature.levels = levels }
            return feature
        }
    }

    /// The facts of a new file in the form of the training, with the day from which days are counted back.
    ///
    /// Columns the file lacks are left out (models score them as missing); numbers where the training had categories,
    /// and the reverse, are read as what the training had.
    /// - Parameters:
    ///   - snapshot: the day the facts describe; nil = the newest day found that is not after `today`.
    public func prepare(
        _ frame: Frame, snapshot: Double? = nil, today: Double? = nil
    ) -> (frame: Frame, snapshot: Double?) {
        var newest = -Double.infinity
        for feature in features where feature.kind == .day {
            guard case .numeric(let numbers)? = frame[feature.name]?.values else { continue }
            for number in numbers where number > newest && number <= today ?? .infinity { newest = number }
        }
        let day = snapshot ?? (newest.isFinite ? newest : today)
        let columns = features.compactMap { feature -> Column? in
            guard let column = frame[feature.name] else { return nil }
            var prepared = feature.levels == nil ? column.asNumbers() : column.asCategories()
            prepared.label = feature.label
            prepared.unit = feature.unit
            switch prepared.values {
            case .numeric(let numbers) where feature.kind == .day:
                prepared.values = .numeric(numbers.map { (day ?? .nan) - $0 })
            case .categorical(let codes, let levels):
                prepared.values = feature.coded(codes, levels)
            default: break
            }
            return prepared
        }
        return (Frame(rowCount: frame.rowCount, columns: columns), day)
    }
}

extension Preparation.Feature {
    /// Codes in the training's numbering; levels it never saw are missing, or join the merged rare ones.
    fileprivate func coded(_ codes: [Int32], _ given: [String]) -> Column.Values {
        guard let levels, levels != given else { return .categorical(codes: codes, levels: given) }
        let index = Dictionary(levels.enumerated().map { ($1, Int32($0)) }) { first, _ in first }
        let unseen = mergesRareLevels ? Int32(levels.count - 1) : -1
        let map = given.map { index[$0] ?? unseen }
        return .categorical(codes: codes.map { $0 < 0 ? -1 : map[Int($0)] }, levels: levels)
    }
}

extension Column {
    /// A column of categories whose levels are written numbers, read as those numbers; other levels are missing.
    func asNumbers() -> Column {
        guard case .categorical(let codes, let levels) = values else { return self }
        let numbers = levels.map { Double($0) ?? .nan }
        var copy = self
        copy.values = .numeric(codes.map { $0 < 0 ? .nan : numbers[Int($0)] })
        return copy
    }
}
