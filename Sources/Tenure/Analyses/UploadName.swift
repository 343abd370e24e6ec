/// The name under which an upload is kept and shown.
enum UploadName {
    /// File systems take 255 bytes; the rest is room for our own prefix.
    static let byteLimit = 180

    /// The last path component without separators, control and direction characters. What is too long loses whole characters
    /// from its middle, so that the beginning and the ending (.xlsx) stay readable.
    static func safe(_ fileName: String) -> String {
        let last = fileName.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        var name = ""
        name.unicodeScalars.append(contentsOf: last.unicodeScalars.filter(isVisible))
        if name.utf8.count > byteLimit {
            var (head, tail) = (name[...], name.suffix(16))
            while tail.utf8.count > byteLimit / 3 { tail.removeFirst() }
            head.removeLast(tail.count)
            while head.utf8.count + tail.utf8.count + "…".utf8.count > byteLimit { head.removeLast() }
            name = head + "…" + tail
        }
        return name.allSatisfy({ $0 == "." || $0.isWhitespace }) ? "sheet" : name
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
        default: true
        }
    }
}
