import Kernel

extension ImportColumn {
    /// A converted cell as problems show it.
    func shown(_ row: Int, _ field: ImportField) -> String? {
        guard !isBlank(row) else { return nil }
        let text: String? =
            switch field.kind {
            case .day: day(row)?.iso
            case .month: month(row)?.iso
            case .integer: integer(row).map { String($0) }
            case .money: money(row)?.plain
            case .rate: rate(row)?.percentText
            case .flag: flag(row).map { $0 ? "是" : "否" }
            default: self.text(row)
            }
        return text.map { field.shown($0) }
    }
}

extension ImportField {
    /// Whether a value may not stand in a problem as it is.
    var isMasked: Bool {
        switch fieldClass {
        case .sensitive, .pay, .risk: true
        case .public, .work, .personal: false
        }
    }

    /// A cell as problems show it.
    func shown(_ text: String) -> String {
        guard isMasked else { return text.count > 60 ? text.prefix(60) + "…" : text }
        guard text.count > 6 else { return String(repeating: "*", count: max(3, text.count)) }
        return text.prefix(2) + "***" + text.suffix(2)
    }
}
