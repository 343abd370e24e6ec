/// What a byte becomes in text and in double-quoted attribute values: 0 stays, anything else is an index into
/// `replacement`. One table serves both places so that no caller can choose the wrong one.
private let escapeClass: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    table[0x26] = 1  // &
    table[0x3C] = 2  // <
    table[0x3E] = 3  // >
    table[0x22] = 4  // "
    table[0x27] = 5  // '
    // Control characters are not allowed in HTML and some readers drop them, which can join two harmless halves.
    for control in 0..<0x20 where control != 0x09 && control != 0x0A && control != 0x0D { table[control] = 6 }
    table[0x7F] = 6
    return table
}()

private func replacement(_ escape: UInt8) -> StaticString {
    switch escape {
    case 1: "&amp;"
    case 2: "&lt;"
    case 3: "&gt;"
    case 4: "&quot;"
    case 5: "&#39;"
    default: "\u{FFFD}"
    }
}

extension [UInt8] {
    mutating func append(_ source: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: source.utf8Start, count: source.utf8CodeUnitCount))
    }

    /// Appends text so that it means itself, both between tags and inside a double-quoted attribute value.
    mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { source in
            escapeClass.withUnsafeBufferPointer { classes in
                var start = 0
                for index in source.indices {
                    let escape = classes[Int(source[index])]
                    guard escape != 0 else { continue }
                    append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
                    append(replacement(escape))
                    start = index + 1
                }
                append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
            }
        }
    }
}
