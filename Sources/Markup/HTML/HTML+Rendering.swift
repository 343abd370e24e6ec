import Kernel

extension HTML {
    /// The piece as UTF-8 in one language, every text and attribute value escaped.
    /// - Complexity: linear in the size of the result.
    public func bytes(in language: Language) -> [UInt8] {
        var buffer: [UInt8] = []
        buffer.reserveCapacity(4096)
        write(to: &buffer, in: language)
        return buffer
    }

    /// The piece as a string in one language; `bytes(in:)` is the quicker way to a response body or a file.
    public func string(in language: Language) -> String {
        String(decoding: bytes(in: language), as: UTF8.self)
    }

    /// Appends the piece to a buffer the caller owns.
    public func write(to buffer: inout [UInt8], in language: Language) {
        switch node {
        case .text(let text): buffer.append(escaping: text)
        case .phrase(let phrase): buffer.append(escaping: phrase[language])
        case .trusted(let source): buffer.append(source)
        case .group(let pieces): for piece in pieces { piece.write(to: &buffer, in: language) }
        case .perLanguage(let content): content(language).write(to: &buffer, in: language)
        case .element(let tag, let attributes, let content):
            buffer.append(0x3C)
            buffer.append(tag.name)
            for attribute in attributes { attribute.write(to: &buffer, in: language) }
            if tag.kind == .void { return buffer.append(0x3E) }
            if tag.kind == .drawing, case .group(let pieces) = content.node, pieces.isEmpty {
                return buffer.append("/>" as StaticString)
            }
            buffer.append(0x3E)
            content.write(to: &buffer, in: language)
            buffer.append("</" as StaticString)
            buffer.append(tag.name)
            buffer.append(0x3E)
        }
    }
}

extension Attribute {
    func write(to buffer: inout [UInt8], in language: Language) {
        if case .absent = value { return }
        buffer.append(0x20)
        buffer.append(family)
        buffer.append(name)
        buffer.append("=\"" as StaticString)
        switch value {
        case .absent: break
        case .text(let text): buffer.append(escaping: text)
        case .phrase(let phrase): buffer.append(escaping: phrase[language])
        }
        buffer.append(0x22)
    }
}
