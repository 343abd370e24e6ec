/// Reads rendered pages strictly: what is not well formed is a problem.
struct MarkupReader {
    private(set) var problems: [String] = []
    private(set) var ids: [String] = []
    /// Values of attributes that point at an id.
    private(set) var references: [String] = []
    private(set) var attributeNames: Set<String> = []
    private(set) var elements: [String: Int] = [:]
    /// Text between tags, outside style and script, and the words of labels.
    private(set) var text = ""

    private static let voids: Set<String> = ["meta", "link", "input", "br", "hr", "img", "col"]
    private static let pointing: Set<String> = ["aria-labelledby", "aria-describedby", "popovertarget", "for"]

    init(_ html: String) {
        var open: [String] = []
        var rest = Substring(html)
        if rest.hasPrefix("<!doctype html>") { rest = rest.dropFirst(15) }
        while let start = rest.firstIndex(of: "<") {
            read(text: rest[..<start], inside: open.last)
            rest = rest[start...].dropFirst()
            if rest.first == "/" {
                let name = String(rest.dropFirst().prefix { $0 != ">" })
                if open.popLast() != name { problems.append("unexpected </\(name)>") }
                rest = rest[rest.index(after: rest.firstIndex(of: ">") ?? rest.startIndex)...]
                continue
            }
            let name = String(rest.prefix { $0.isLetter || $0.isNumber })
            if name.isEmpty { problems.append("bare < before \(rest.prefix(20))") }
            elements[name, default: 0] += 1
            rest = rest.dropFirst(name.count)
            let closesItself = readAttributes(&rest)
            if !closesItself, !Self.voids.contains(name) { open.append(name) }
            if name == "style" || name == "script", !closesItself {
                guard let end = rest.firstRange(of: "</\(name)>") else { break }
                rest = rest[end.upperBound...]
                open.removeLast()
            }
        }
        read(text: rest, inside: open.last)
        if !open.isEmpty { problems.append("left open: \(open)") }
        if Set(ids).count != ids.count {
            problems.append("ids used twice: \(Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys.sorted())")
        }
        for reference in references where !ids.contains(reference) {
            problems.append("nothing has the id \(reference)")
        }
    }

    private mutating func read(text piece: Substring, inside element: String?) {
        if piece.contains(">") { problems.append("bare > in \(piece.prefix(40))") }
        text += piece + " "
    }

    /// - Returns: whether the tag closes itself.
    private mutating func readAttributes(_ rest: inout Substring) -> Bool {
        while true {
            rest = rest.drop { $0 == " " }
            if rest.hasPrefix("/>") {
                rest = rest.dropFirst(2)
                return true
            }
            if rest.first == ">" || rest.isEmpty {
                rest = rest.dropFirst()
                return false
            }
            let name = String(rest.prefix { $0 != "=" && $0 != " " && $0 != ">" })
            rest = rest.dropFirst(name.count)
            guard rest.hasPrefix("=\"") else {
                problems.append("attribute \(name) without a quoted value")
                rest = rest.dropFirst()
                continue
            }
            rest = rest.dropFirst(2)
            let value = String(rest.prefix { $0 != "\"" })
            rest = rest.dropFirst(value.count + 1)
            attributeNames.insert(name)
            if name == "id" { ids.append(value) }
            if Self.pointing.contains(name) { references += value.split(separator: " ").map(String.init) }
            if name == "href", value.hasPrefix("#"), value.count > 1 { references.append(String(value.dropFirst())) }
            if ["aria-label", "title", "placeholder", "alt"].contains(name) || name.hasPrefix("data-") {
                text += value + " "
            }
        }
    }
}
