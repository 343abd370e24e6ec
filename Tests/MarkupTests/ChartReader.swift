import Foundation
import FoundationXML
import Kernel

@testable import Markup

/// Reads the drawings of a chart back as XML, with what the tests ask about them.
final class ChartReader: NSObject, XMLParserDelegate {
    struct Text {
        let text: String
        let className: String
        let left: Double
        let right: Double
        let baseline: Double
        let size: Double

        func touches(_ other: Text) -> Bool {
            left < other.right && other.left < right && abs(baseline - other.baseline) < min(size, other.size) * 0.8
        }
    }

    struct Drawing {
        var attributes: [String: String] = [:]
        var width = 0.0
        var height = 0.0
        var ids: [String] = []
        var texts: [Text] = []
        /// Coordinates that are not numbers or not inside the view box, as "name=value".
        var outside: [String] = []

        var overlappingLabels: [String] {
            texts.indices.flatMap { first in
                texts.indices.filter { $0 > first && texts[first].touches(texts[$0]) }
                    .map { texts[first].text + " | " + texts[$0].text }
            }
        }
    }

    static func drawings(_ html: HTML, in language: Language) throws -> [Drawing] {
        let text = "<root>" + html.string(in: language) + "</root>"
        let reader = ChartReader()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = reader
        guard parser.parse() else { throw parser.parserError ?? CocoaError(.coderReadCorrupt) }
        return reader.drawings
    }

    private var drawings: [Drawing] = []
    private var isInside = false
    private var open: (attributes: [String: String], text: String)?

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        if name == "svg" {
            let box = (attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
            drawings.append(Drawing(attributes: attributes, width: box[2], height: box[3]))
            isInside = true
        }
        guard isInside else { return }
        let last = drawings.count - 1
        if let id = attributes["id"] { drawings[last].ids.append(id) }
        if name == "text" { open = (attributes, "") }
        if name != "svg" { check(attributes, last) }
    }

    private func check(_ attributes: [String: String], _ last: Int) {
        func value(_ name: String) -> Double { Double(attributes[name] ?? "0") ?? .nan }
        var xs = [value("x"), value("x") + value("width"), value("x1"), value("x2"), value("cx")]
        var ys = [value("y"), value("y") + value("height"), value("y1"), value("y2"), value("cy")]
        let path = (attributes["d"] ?? "").split { !"0123456789.-".contains($0) && !$0.isLetter || "MLCZ".contains($0) }
        for (index, part) in path.enumerated() {
            if index % 2 == 0 { xs.append(Double(part) ?? .nan) } else { ys.append(Double(part) ?? .nan) }
        }
        // `!(…)` rather than the opposite comparison, so that NaN is outside.
        if xs.contains(where: { !($0 >= -0.1 && $0 <= drawings[last].width + 0.1) })
            || ys.contains(where: { !($0 >= -0.1 && $0 <= drawings[last].height + 0.1) })
        {
            drawings[last].outside.append(attributes.map { "\($0.key)=\($0.value)" }.joined(separator: " "))
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        open?.text += string
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        if name == "svg" { isInside = false }
        guard name == "text", let (attributes, text) = open else { return }
        open = nil
        let size = Double(attributes["font-size"] ?? "") ?? 12
        // Nine tenths of the estimate, which is on the wide side on purpose.
        let width = TextMeasure.width(text, size: size) * 0.9
        let x = Double(attributes["x"] ?? "") ?? .nan
        let left =
            switch attributes["text-anchor"] {
            case "end": x - width
            case "middle": x - width / 2
            default: x
            }
        drawings[drawings.count - 1].texts.append(
            Text(
                text: text, className: attributes["class"] ?? "", left: left, right: left + width,
                baseline: Double(attributes["y"] ?? "") ?? .nan, size: size))
    }
}
