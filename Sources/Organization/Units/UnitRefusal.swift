import Kernel

/// What cannot be done with units.
package enum UnitRefusal: Refusal, Hashable {
    case noName
    /// The name holds a mark that separates levels in a path.
    case nameWithSeparator(String)
    case siblingWithSameName(String, Day)
    case notOpen(String, Day)
    case parentNotOpen(unit: String, Day)
    case underItself(unit: String, Day)
    case circle(String)
    /// A company stands at the top or under a company.
    case companyUnderPart(unit: String, parent: String)
    case stillPeople(unit: String, count: Int, Day)
    case stillUnits(unit: String, [String], Day)
    case laterChange(unit: String, Day)
    case emptyLevel(String)
    case ambiguousName(String, [String])
    case codeTaken(String)

    package var explanation: Phrase {
        switch self {
        case .noName: Phrase(zh: "组织单元没有名称。请填写名称。", en: "The unit has no name. Enter one.")
        case .nameWithSeparator(let name):
            Phrase(
                zh: "名称“\(name)”含有分隔层级的符号（/ \\ > |）。请换一种写法。",
                en: "The name “\(name)” holds a mark that separates levels (/ \\ > |). Write it differently.")
        case .siblingWithSameName(let name, let day):
            Phrase(
                zh: "\(day) 起同一上级之下已有“\(name)”。请换一个名称或合并这两个组织单元。",
                en: "From \(day) on the same parent already has a unit “\(name)”. Choose another name or merge them.")
        case .notOpen(let name, let day):
            Phrase(
                zh: "“\(name)”在 \(day) 不存在（尚未设立或已撤销）。请换一个日期。",
                en: "“\(name)” does not exist on \(day). Choose another day.")
        case .parentNotOpen(let name, let day):
            Phrase(
                zh: "“\(name)”的上级在 \(day) 不存在。请先设立上级或换一个日期。",
                en: "The parent of “\(name)” does not exist on \(day). Open it first or choose another day.")
        case .underItself(let name, let day):
            Phrase(
                zh: "“\(name)”不能移到自己或自己的下级之下（\(day)）。请另选上级。",
                en: "“\(name)” cannot be moved under itself or a unit below it (\(day)). Choose another parent.")
        case .circle(let name):
            Phrase(
                zh: "“\(name)”的上级关系首尾相接，形成循环。请更正其中一个组织单元的上级。",
                en: "The parents of “\(name)” form a circle. Correct the parent of one of the units.")
        case .companyUnderPart(let name, let parent):
            Phrase(
                zh: "公司“\(name)”不能放在“\(parent)”之下：公司只能位于顶层或另一家公司之下。",
                en: "The company “\(name)” cannot stand under “\(parent)”: only at the top or under a company.")
        case .stillPeople(let name, let count, let day):
            Phrase(
                zh: "“\(name)”在 \(day) 及以后仍有 \(count) 人任职，不能撤销。请先调动这些员工。",
                en: "“\(name)” still has people on \(day) or later (\(count)). Transfer them before closing it.")
        case .stillUnits(let name, let below, let day):
            Phrase(
                zh: "“\(name)”在 \(day) 及以后仍有下级（\(Self.some(below, "、"))），不能撤销。请先移走或撤销它们。",
                en: "“\(name)” still has units below on \(day) or later (\(Self.some(below, ", "))). "
                    + "Move or close them first.")
        case .laterChange(let name, let day):
            Phrase(
                zh: "“\(name)”已安排在 \(day) 变更。请先取消该变更，或把新变更的日期定在其后。",
                en: "A change of “\(name)” is already planned for \(day). Cancel it or choose a later day.")
        case .emptyLevel(let path):
            Phrase(
                zh: "部门路径“\(path)”中有一级是空的。请按“总部/销售部/华东区”的形式填写。",
                en: "The path “\(path)” has an empty level. Write it like Headquarters/Sales/East.")
        case .ambiguousName(let name, let paths):
            Phrase(
                zh: "有多个组织单元叫“\(name)”：\(Self.some(paths, "、"))。请填写完整路径。",
                en: "Several units are called “\(name)”: \(Self.some(paths, ", ")). Write the full path.")
        case .codeTaken(let code):
            Phrase(
                zh: "编码“\(code)”已被其他组织单元使用。请换一个编码。",
                en: "Another unit has the code “\(code)”. Choose another one.")
        }
    }

    private static func some(_ names: [String], _ separator: String) -> String {
        names.prefix(3).joined(separator: separator) + (names.count > 3 ? " …" : "")
    }
}
