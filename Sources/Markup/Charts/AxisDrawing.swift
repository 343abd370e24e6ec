import Kernel

/// The plotting area of a chart with two axes, and the axes themselves.
struct PlotArea {
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double

    /// Horizontal grid lines with their values on the left and the name of the axis above.
    func vertical(_ scale: Scale, axis: Axis, language: Language) -> HTML {
        HTML {
            for tick in scale.ticks {
                Draw.line(left, scale(tick), right, scale(tick), .class(tick == 0 ? "axis" : "grid"))
                Draw.text(
                    axis.tick(tick, of: scale, in: language), left - 6, scale(tick) + 4, anchor: .end,
                    size: Layout.smallSize, .class("tick"))
            }
            Draw.text(
                TextMeasure.fitted(axis.label[language], width: right, size: Layout.smallSize), 0, top - 10,
                size: Layout.smallSize, .class("axis-name"))
        }
    }

    /// Tick labels below the area, as many as fit, and the name of the axis under them.
    func horizontal(_ scale: Scale, axis: Axis, language: Language) -> HTML {
        HTML {
            Draw.line(left, bottom, right, bottom, .class("axis"))
            for (place, label) in labels(scale, axis, language) {
                Draw.line(place, bottom, place, bottom + 4, .class("axis"))
                Draw.text(
                    label, place, bottom + 17, anchor: .middle, size: Layout.smallSize, .class("tick"))
            }
            Draw.text(
                TextMeasure.fitted(axis.label[language], width: right - left, size: Layout.smallSize),
                (left + right) / 2, bottom + 34, anchor: .middle, size: Layout.smallSize, .class("axis-name"))
        }
    }

    /// Positions and labels that do not touch each other.
    private func labels(_ scale: Scale, _ axis: Axis, _ language: Language) -> [(Double, String)] {
        let all: [(Double, String)] =
            axis.categories.isEmpty
            ? scale.ticks.map { (scale($0), axis.tick($0, of: scale, in: language)) }
            : axis.categories.enumerated().map { (scale(Double($0.offset)), $0.element[language]) }
        var every = 1
        while every < all.count {
            let shown = all.enumerated().filter { $0.offset % every == 0 }.map(\.element)
            let touches = zip(shown, shown.dropFirst()).contains { first, second in
                let need = (width(first.1) + width(second.1)) / 2 + 8
                return second.0 - first.0 < need
            }
            if !touches { return shown }
            every += 1
        }
        return Array(all.prefix(1))
    }

    private func width(_ label: String) -> Double { TextMeasure.width(label, size: Layout.smallSize) }

    /// Room for the labels on the left of the area.
    static func leftMargin(_ scale: Scale, axis: Axis, language: Language) -> Double {
        let widths = scale.ticks.map {
            TextMeasure.width(axis.tick($0, of: scale, in: language), size: Layout.smallSize)
        }
        return min(110, (widths.max() ?? 0) + 10)
    }
}
