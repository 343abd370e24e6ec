import Kernel

/// One axis of a chart: what it measures and how its values are written.
public struct Axis: Sendable {
    /// What is measured, with the unit.
    public let label: Phrase
    public let format: NumberFormat
    /// Asked limits; values outside are drawn at the edge. From the data if nil.
    public let range: ClosedRange<Double>?
    public let includesZero: Bool
    /// Names for the positions 0, 1, 2 … of an axis that has no numbers, such as months.
    public let categories: [Phrase]

    public init(
        _ label: Phrase, format: NumberFormat = .plain, range: ClosedRange<Double>? = nil, includesZero: Bool = false,
        categories: [Phrase] = []
    ) {
        self.label = label
        self.format = format
        self.range = range
        self.includesZero = includesZero
        self.categories = categories
    }

    /// A tick as it stands beside the axis.
    func tick(_ value: Double, of scale: Scale, in language: Language) -> String {
        format.tick(value, step: scale.step, largest: max(abs(scale.low), abs(scale.high)), in: language)
    }

    /// A value of this axis as words, by its category name if it has one.
    func words(_ value: Double) -> Phrase {
        if let index = Int(exactly: value), categories.indices.contains(index) { return categories[index] }
        return format.phrase(value)
    }
}
