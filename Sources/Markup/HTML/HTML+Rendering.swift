import Kernel

extension HTML {
    /// The piece as UTF-8 in one language, every text and attribute value escaped.
    /// - Complexity: linear in the size of the result.
    public func bytes(in language: Language) -> [UInt8] {
        bytes(in: language, capacity: 16_384)
    }

    /// - Parameter capacity: what the result will probably need; growing copies.
    func bytes(in language: Language, capacity: Int) -> [UInt8] {
        var sink = ByteSink(capacity: capacity)
        write(to: &sink, in: language)
        return sink.bytes
    }

    /// The piece as a string in one language; `bytes(in:)` is the quicker way to a response body or a file.
    public func string(in language: Language) -> String {
        var sink = ByteSink()
        write(to: &sink, in: language)
        return sink.string
    }

    func write(to sink: inout ByteSink, in language: Language) {
        switch node {
        case .text(let text): sink.append(escaping: text)
        case .phrase(let phrase): sink.append(escaping: phrase[language])
        case .trusted(let source): sink.append(source)
        case .group(let pieces): for piece in pieces { piece.write(to: &sink, in: language) }
        case .perLanguage(let content): content(language).write(to: &sink, in: language)
        case .written(let piece): piece.write(to: &sink, in: language)
        case .element(let tag, let attributes, let content):
            sink.append(0x3C)
            sink.append(tag.name)
            for attribute in attributes { attribute.write(to: &sink, in: language) }
            if tag.kind == .void { return sink.append(0x3E) }
            if tag.kind == .drawing, case .group(let pieces) = content.node, pieces.isEmpty {
                return sink.append("/>" as StaticString)
            }
            sink.append(0x3E)
            content.write(to: &sink, in: language)
            sink.append("</" as StaticString)
            sink.append(tag.name)
            sink.append(0x3E)
        }
    }
}

extension Attribute {
    func write(to sink: inout ByteSink, in language: Language) {
        if case .absent = value { return }
        sink.append(0x20)
        sink.append(family)
        sink.append(name)
        sink.append("=\"" as StaticString)
        switch value {
        case .absent: break
        case .text(let text): sink.append(escaping: text)
        case .phrase(let phrase): sink.append(escaping: phrase[language])
        }
        sink.append(0x22)
    }
}
