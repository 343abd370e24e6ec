import Foundation

/// One part of a `multipart/form-data` body (RFC 7578).
package struct FormPart {
    package var name: String
    package var fileName: String?
    package var content: Data
}

/// Reads `multipart/form-data` bodies that are already in memory (or mapped from a file).
package enum Multipart {
    package enum Problem: Error { case malformed }

    /// The boundary named in a Content-Type header, or nil when it is another type.
    package static func boundary(of contentType: String) -> String? {
        let pieces = contentType.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        guard pieces.first?.lowercased() == "multipart/form-data" else { return nil }
        for piece in pieces.dropFirst() where piece.lowercased().hasPrefix("boundary=") {
            let value = piece.dropFirst("boundary=".count).trimmingCharacters(in: CharacterSet(charactersIn: "\""))
            return (1...70).contains(value.utf8.count) ? value : nil
        }
        return nil
    }

    package static func parts(of body: Data, boundary: String) throws -> [FormPart] {
        let delimiter = Data("--\(boundary)".utf8)
        let lineBreak = Data("\r\n".utf8)
        guard let first = body.range(of: delimiter), first.lowerBound == body.startIndex else {
            throw Problem.malformed
        }
        var parts: [FormPart] = []
        var position = first.upperBound
        while true {
            let rest = body[position...]
            if rest.starts(with: Data("--".utf8)) { return parts }
            guard rest.starts(with: lineBreak) else { throw Problem.malformed }
            let start = position + lineBreak.count
            guard let next = body.range(of: lineBreak + delimiter, in: start..<body.endIndex) else {
                throw Problem.malformed
            }
            parts.append(try part(body[start..<next.lowerBound]))
            position = next.upperBound
        }
    }

    private static func part(_ bytes: Data) throws -> FormPart {
        guard let gap = bytes.range(of: Data("\r\n\r\n".utf8)) else { throw Problem.malformed }
        let head = String(decoding: bytes[bytes.startIndex..<gap.lowerBound], as: UTF8.self)
        for line in head.components(separatedBy: "\r\n") where line.lowercased().hasPrefix("content-disposition:") {
            guard let name = parameter("name", in: line) else { throw Problem.malformed }
            return FormPart(name: name, fileName: parameter("filename", in: line), content: bytes[gap.upperBound...])
        }
        throw Problem.malformed
    }

    /// Browsers send `name="…"` with `"` written as `%22`.
    private static func parameter(_ name: String, in line: String) -> String? {
        guard let start = line.range(of: "; \(name)=\"", options: .caseInsensitive) else { return nil }
        guard let end = line[start.upperBound...].firstIndex(of: "\"") else { return nil }
        return line[start.upperBound..<end].replacingOccurrences(of: "%22", with: "\"")
    }
}
