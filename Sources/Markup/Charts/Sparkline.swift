import Kernel

/// A small line without axes beside a figure: the way it went. What it shows is said in words.
public struct Sparkline: Part {
    /// Gaps are not finite.
    public let values: [Double]
    /// "近 12 个月：从 1.2% 到 2.3%"
    public let label: Phrase

    public init(_ values: [Double], label: Phrase) {
        self.values = values
        self.label = label
    }

    private static let width = 96.0
    private static let height = 24.0

    public var html: HTML {
        HTML(
            Tag("svg", .drawing),
            [
                .class("sparkline"), Attribute("viewBox", "0 0 96 24"), .width(96), .height(24), .role("img"),
                .aria("label", label),
            ]
        ) {
            Draw.path(path, .class("line"))
            if let last = values.indices.last(where: { values[$0].isFinite }) {
                Draw.circle(x(last), y(values[last]), radius: 2.5, .class("dot"))
            }
        }
    }

    private var path: PathText {
        var path = PathText()
        for index in values.indices {
            if values[index].isFinite { path.point(x(index), y(values[index])) } else { path.lift() }
        }
        return path
    }

    private func x(_ index: Int) -> Double {
        values.count < 2 ? Self.width / 2 : 3 + (Self.width - 6) * Double(index) / Double(values.count - 1)
    }

    private func y(_ value: Double) -> Double {
        let known = values.filter(\.isFinite)
        guard let low = known.min(), let high = known.max(), high > low else { return Self.height / 2 }
        return Self.height - 3 - (Self.height - 6) * (value - low) / (high - low)
    }
}
