import Kernel

/// SVG elements and their geometry, for the charts of this module.
enum Draw {
    static func group(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
        HTML(Tag("g", .drawing), attributes, content)
    }

    static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ attributes: Attribute...) -> HTML {
        HTML(Tag("line", .drawing), [.x1(x1), .y1(y1), .x2(x2), .y2(y2)] + attributes) {}
    }

    /// A rectangle between two corners in any order.
    static func box(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ attributes: Attribute...) -> HTML {
        let place: [Attribute] = [
            .number("x", min(x1, x2)), .number("y", min(y1, y2)), .number("width", abs(x2 - x1)),
            .number("height", abs(y2 - y1)),
        ]
        return HTML(Tag("rect", .drawing), place + attributes) {}
    }

    static func circle(_ x: Double, _ y: Double, radius: Double, _ attributes: Attribute...) -> HTML {
        HTML(Tag("circle", .drawing), [.number("cx", x), .number("cy", y), .number("r", radius)] + attributes) {}
    }

    static func path(_ path: PathText, _ attributes: Attribute...) -> HTML {
        HTML(Tag("path", .drawing), [Attribute("d", path.text)] + attributes) {}
    }

    enum Anchor: String {
        case start, middle, end
    }

    static func text(
        _ text: String, _ x: Double, _ y: Double, anchor: Anchor = .start, size: Double = Layout.fontSize,
        _ attributes: Attribute...
    ) -> HTML {
        // Presentation attributes rather than styles: a saved drawing stays right without the stylesheet.
        let place: [Attribute] = [
            .number("x", x), .number("y", y), Attribute("text-anchor", anchor == .start ? nil : anchor.rawValue),
            .number("font-size", size),
        ]
        return HTML(Tag("text", .drawing), place + attributes) { text }
    }

    /// A mark with the words shown while the pointer is on it; the script shows them at once, browsers after a while.
    static func tip(_ words: String, @HTMLBuilder content: () -> HTML) -> HTML {
        group(.data("tip")) {
            HTML(Tag("title", .drawing), []) { words }
            content()
        }
    }
}

extension Attribute {
    static func number(_ name: StaticString, _ value: Double) -> Attribute {
        Attribute(name, Coordinate.text(value))
    }

    static func x1(_ value: Double) -> Attribute { number("x1", value) }
    static func y1(_ value: Double) -> Attribute { number("y1", value) }
    static func x2(_ value: Double) -> Attribute { number("x2", value) }
    static func y2(_ value: Double) -> Attribute { number("y2", value) }
}

/// The `d` of an SVG path, point by point.
struct PathText {
    private(set) var text = ""
    private(set) var isPenDown = false

    mutating func lift() { isPenDown = false }

    /// Draws to the point, or starts there if the pen is up.
    mutating func point(_ x: Double, _ y: Double) {
        text += (isPenDown ? "L" : "M") + Coordinate.text(x) + " " + Coordinate.text(y)
        isPenDown = true
    }

    mutating func curve(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, to x: Double, _ y: Double) {
        text += "C" + [x1, y1, x2, y2, x, y].map { Coordinate.text($0) }.joined(separator: " ")
    }

    mutating func close() {
        text += "Z"
        isPenDown = false
    }
}
