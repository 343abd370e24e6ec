import Kernel

/// Reads a text with places, from the left, keeping count of lines.
struct MailTextReader {
    private let characters: [Character]
    private var place = 0
    private var line = 1

    init(_ text: String) {
        characters = Array(text.replacing("\r\n", with: "\n").replacing("\r", with: "\n"))
    }

    /// - Parameters:
    ///   - names: what is known here, the section's own first.
    ///   - section: the section being read, with the line it began in.
    mutating func pieces(
        _ names: [TemplateName], until section: (name: String, line: Int)?
    ) throws(MailTextRefusal) -> [MailText.Piece] {
        var pieces: [MailText.Piece] = []
        while true {
            let text = plain()
            if !text.isEmpty { pieces.append(.text(text)) }
            guard let tag = try tag() else {
                if let section { throw .unclosed(section.name, line: section.line) }
                return pieces
            }
            let name = tag.name
            switch tag.kind {
            case .comment: continue
            case .end:
                guard let section, section.name == name else { throw .notOpen(name, line: tag.line) }
                return pieces
            case .value:
                guard let known = names.first(where: { $0.name == name }) else {
                    throw .unknown(name, line: tag.line, known: names.map(\.name))
                }
                guard known.inner.isEmpty else { throw .isList(name, line: tag.line) }
                pieces.append(.name(name))
            case .section(let isInverted):
                guard let known = names.first(where: { $0.name == name }) else {
                    throw .unknown(name, line: tag.line, known: names.map(\.name))
                }
                let inner = try self.pieces(
                    isInverted ? names : known.inner + names, until: (name, tag.line))
                pieces.append(.section(name, isInverted: isInverted, inner))
            }
        }
    }

    private enum Kind {
        case value, comment, end
        case section(isInverted: Bool)

        var standsAlone: Bool {
            if case .value = self { false } else { true }
        }
    }

    private struct Found {
        let kind: Kind
        let name: String
        let line: Int
    }

    private func has(_ text: String, at start: Int) -> Bool {
        let wanted = Array(text)
        return start + wanted.count <= characters.count
            && zip(wanted, characters[start...]).allSatisfy { $0 == $1 }
    }

    /// Everything up to the next tag.
    private mutating func plain() -> String {
        let start = place
        while place < characters.count, !has("{{", at: place) {
            if characters[place] == "\n" { line += 1 }
            place += 1
        }
        // Blanks before a tag that stands alone on its line go with it.
        guard place < characters.count, endOfLine(ofTagAt: place) != nil, let first = startOfLine(before: place),
            first >= start
        else { return String(characters[start..<place]) }
        return String(characters[start..<first])
    }

    private mutating func tag() throws(MailTextRefusal) -> Found? {
        guard place < characters.count else { return nil }
        let (start, startLine) = (place, line)
        let alone = startOfLine(before: start) != nil ? endOfLine(ofTagAt: start) : nil
        guard let close = closing(from: start) else { throw .unfinished(line: startLine) }
        let inside = String(characters[(start + 2)..<close])
        line += inside.filter { $0 == "\n" }.count
        place = close + 2
        if let alone {
            if alone < characters.count { line += 1 }
            place = min(alone + 1, characters.count)
        }
        let kind: Kind
        var name = Substring(inside)
        switch inside.first {
        case "#": kind = .section(isInverted: false)
        case "^": kind = .section(isInverted: true)
        case "/": kind = .end
        case "!": return Found(kind: .comment, name: "", line: startLine)
        case ">", "=", "{", "&", "<", "$": throw .unsupported(line: startLine)
        default: kind = .value
        }
        if kind.standsAlone { name = name.dropFirst() }
        let words = name.split(whereSeparator: \.isWhitespace)
        guard words.count == 1 else { throw .unfinished(line: startLine) }
        return Found(kind: kind, name: String(words[0]), line: startLine)
    }

    private func closing(from start: Int) -> Int? {
        var end = start + 2
        while end + 1 < characters.count {
            if has("}}", at: end) { return end }
            if has("{{", at: end) { return nil }
            end += 1
        }
        return nil
    }

    /// Where the line begins, when only blanks stand between there and here.
    private func startOfLine(before here: Int) -> Int? {
        var first = here
        while first > 0, characters[first - 1] == " " || characters[first - 1] == "\t" { first -= 1 }
        return first == 0 || characters[first - 1] == "\n" ? first : nil
    }

    /// Where the line ends, when nothing but blanks follows the tag and it fills no value in.
    private func endOfLine(ofTagAt start: Int) -> Int? {
        guard start + 2 < characters.count, "#^/!".contains(characters[start + 2]), let close = closing(from: start)
        else { return nil }
        var end = close + 2
        while end < characters.count, characters[end] == " " || characters[end] == "\t" { end += 1 }
        return end == characters.count || characters[end] == "\n" ? end : nil
    }
}
