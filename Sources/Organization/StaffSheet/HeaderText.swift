import Kernel

/// A header, or a word in a cell, as it is compared: case, spaces, full-width forms and punctuation do not matter.
/// `* 入职日期：` is `入职日期`, `Employee_ID` is `employeeid`.
package struct HeaderText: Hashable, Sendable {
    package let text: String

    package init(_ header: some StringProtocol) {
        var text = ""
        for scalar in header.unicodeScalars {
            let narrow = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
            guard let character = Unicode.Scalar(narrow).map(Character.init) else { continue }
            if character.isLetter || character.isNumber { text += character.lowercased() }
        }
        self.text = text
    }

    package var isEmpty: Bool { text.isEmpty }

    /// What a header may mean, the most literal first: as written; without what stands in brackets, as in
    /// `基本工资（元）`; and both without words that many systems put in front of every column, as in 员工姓名 or 本月奖金.
    package static func readings(of header: String) -> [HeaderText] {
        let literal = [HeaderText(header), HeaderText(withoutBrackets(header))]
        return (literal + literal.compactMap(\.withoutPrefix)).filter { !$0.isEmpty }
    }

    private var withoutPrefix: HeaderText? {
        for prefix in ["员工的", "员工", "职工", "雇员", "人员", "本月", "当月", "本人", "employee", "staff"]
        where text.hasPrefix(prefix) && text.count > prefix.count {
            return HeaderText(text.dropFirst(prefix.count))
        }
        return nil
    }

    private static func withoutBrackets(_ header: String) -> String {
        var depth = 0
        return header.filter { character in
            if "(（[【".contains(character) { depth += 1 }
            defer { if ")）]】".contains(character) { depth = max(0, depth - 1) } }
            return depth == 0
        }
    }
}
