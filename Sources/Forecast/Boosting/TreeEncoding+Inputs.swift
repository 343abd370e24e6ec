extension TreeEncoding {
    /// The encoded columns as look-ups into the frame's own, so that no matrix is built for scoring.
    func inputs(_ columns: [ResolvedColumn]) -> [FeatureColumn] {
        slots.map { slot in
            switch (slot, columns[slot.feature]) {
            case (.number, .numbers(let numbers)):
                .doubles(numbers)
            case (.level(_, let wanted), .codes(let codes, let translation)):
                Self.mapped(codes, translation, missing: .nan) { $0 == wanted ? 1 : 0 }
            case (.missing, .codes(let codes, let translation)):
                Self.mapped(codes, translation, missing: 1) { _ in 0 }
            case (.missing, .absent):
                .constant(1)
            case (.reading(_, let numbers), .codes(let codes, let translation)):
                Self.mapped(codes, translation, missing: .nan) { numbers[Int($0)] ?? .nan }
            case (.rate(_, let rates, let missing), .codes(let codes, let translation)):
                Self.mapped(codes, translation, missing: missing) { rates[Int($0)] }
            case (.rate(_, _, let missing), _):
                .constant(missing)
            default:
                .constant(.nan)
            }
        }
    }

    /// A table over the frame's codes of a value given for the schema's codes.
    private static func mapped(
        _ codes: [Int32], _ translation: [Int32]?, missing: Float, _ value: (Int32) -> Float
    ) -> FeatureColumn {
        let known = translation ?? (0..<((codes.max() ?? -1) + 1)).map { $0 }
        return .mapped(codes: codes, table: known.map { $0 < 0 ? missing : value($0) }, missing: missing)
    }
}
