import Kernel

/// Finds the field a heading stands for.
struct HeadingMatch {
    /// Field and how sure, by spelling. 3: as written, 2: without brackets and marks, 1: without a word before it.
    private var fields: [String: String] = [:]

    init(_ fields: [ImportField]) {
        for field in fields {
            for spelling in [field.label.zh, field.label.en, field.name] + field.synonyms {
                let key = Self.bare(spelling)
                if self.fields[key] == nil { self.fields[key] = field.name }
            }
        }
    }

    /// Words before a heading that change nothing: 员工姓名 is 姓名.
    private static let prefixes = ["员工", "人员", "职工", "雇员", "本人", "employee", "staff"]

    /// - Returns: the field's name and how sure it is, from 3 down to 1.
    func field(of heading: String) -> (name: String, sureness: Int)? {
        let whole = Self.bare(heading)
        if whole.isEmpty { return nil }
        if let field = fields[whole] { return (field, 3) }
        let stripped = Self.withoutBrackets(heading)
        if stripped != whole, !stripped.isEmpty, let field = fields[stripped] { return (field, 2) }
        for prefix in Self.prefixes where stripped.hasPrefix(prefix) {
            if let field = fields[String(stripped.dropFirst(prefix.count))] { return (field, 1) }
        }
        return nil
    }

    /// The best column for each field: surest first, then from the left; no column twice.
    func columns(_ headings: [String]) -> [String: Int] {
        var found: [(column: Int, field: String, sureness: Int)] = []
        for (column, heading) in headings.enumerated() {
            if let match = field(of: heading) { found.append((column, match.name, match.sureness)) }
        }
        found.sort { ($1.sureness, $0.column) < ($0.sureness, $1.column) }
        var columns: [String: Int] = [:]
        for match in found where columns[match.field] == nil { columns[match.field] = match.column }
        return columns
    }

    /// Folded, lower case, letters and digits only.
    private static func bare(_ text: String) -> String {
        CellText.key(text).filter { $0.isLetter || $0.isNumber || $0 == "%" }
    }

    /// The same without anything in brackets: 基本工资（元） is 基本工资.
    private static func withoutBrackets(_ text: String) -> String {
        var kept = ""
        var depth = 0
        for character in CellText.key(text) {
            switch character {
            case "(", "[", "{", "【", "〔", "「": depth += 1
            case ")", "]", "}", "】", "〕", "」": depth = max(0, depth - 1)
            default: if depth == 0 { kept.append(character) }
            }
        }
        return bare(kept)
    }
}
