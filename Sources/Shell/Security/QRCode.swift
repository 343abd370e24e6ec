/// A QR symbol (ISO/IEC 18004, model 2) of any text, in byte mode, versions 1 to 20. Drawn here, so that the secret of a
/// second factor never leaves the server.
package struct QRCode: Sendable {
    /// Modules along one side, without the quiet zone.
    package let side: Int
    let version: Int
    let mask: Int
    private let modules: [Bool]

    /// The smallest symbol that holds the text as UTF-8; nil if none of version 20 or below does (858 bytes at `.low`,
    /// 666 at `.medium`, 482 at `.quartile`).
    package init?(_ text: String, level: QRLevel = .medium) {
        let bytes = Array(text.utf8)
        guard let version = QRVersion.all.first(where: { $0.capacity(level) >= bytes.count }) else { return nil }
        var grid = QRGrid(version)
        grid.place(QRCodewords.sequence(bytes, version, level))
        var (best, mask) = (grid.masked(0, level), 0)
        var least = best.penalty
        for other in 1..<8 {
            let candidate = grid.masked(other, level)
            let penalty = candidate.penalty
            if penalty < least { (best, mask, least) = (candidate, other, penalty) }
        }
        (side, self.version, self.mask, modules) = (version.side, version.number, mask, best.modules)
    }

    /// Whether a module is dark. Rows from the top, columns from the left, both from 0.
    package subscript(row: Int, column: Int) -> Bool { modules[row * side + column] }
}
