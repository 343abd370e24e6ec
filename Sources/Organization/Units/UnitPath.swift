import Kernel

/// The full path of a department as sheets write it: `总部/销售部/华东区`, `HQ > Sales > East`.
package struct UnitPath: Hashable, Sendable {
    /// From the top down, at least one.
    package let names: [String]

    /// A slash at either end is dropped; an empty level in between is refused.
    package init(_ text: String) throws(UnitRefusal) {
        var levels = text.split(omittingEmptySubsequences: false, whereSeparator: Self.isSeparator).map(Self.trimmed)
        if levels.first == "" { levels.removeFirst() }
        if levels.last == "" { levels.removeLast() }
        guard !levels.isEmpty else { throw .noName }
        guard !levels.contains("") else { throw .emptyLevel(text) }
        names = levels
    }

    /// Hyphens and points are left alone: they stand inside names.
    package static func isSeparator(_ character: Character) -> Bool {
        ["/", "／", "\\", "＼", ">", "＞", "→", "»", "|", "｜"].contains(character)
    }

    private static func trimmed(_ text: Substring) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension UnitPath: CustomStringConvertible {
    package var description: String { names.joined(separator: "/") }
}
