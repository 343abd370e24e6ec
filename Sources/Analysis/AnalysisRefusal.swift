import Kernel

/// Why an analysis cannot be made of a sheet, and what to do about it.
public enum AnalysisRefusal: Refusal, Equatable {
    case unknownColumn(String, option: String, near: [String])
    case noTarget(candidates: [String])
    case targetHasOneValue(String, value: String)
    case targetHasManyValues(String, count: Int, examples: [String])
    case unknownValue(column: String, value: String, known: [String])
    case noFacts
    case notANumber(column: String, row: Int, line: Int, text: String)
    case negativeDuration(column: String, line: Int, text: String)
    case nothingBefore(column: String, value: String)
    case nothingFrom(column: String, value: String)
    case oneFold(column: String)
    case together(String, String)
    case needs(String, with: String)
    case outOfRange(String, lowest: Int, highest: Int)
    case modelDoesNotFit(missing: [String])
    case cannotWrite(path: String, reason: String)
    case cannotRead(path: String, reason: String)
    case noModelToSave

    public var explanation: Phrase {
        switch self {
        case .unknownColumn(let name, let option, let near):
            Phrase(
                zh: "\(option)：表中没有「\(name)」这一列。" + (near.isEmpty ? "" : "是否是：\(near.joined(separator: "、"))？"),
                en: "\(option): the sheet has no column “\(name)”."
                    + (near.isEmpty ? "" : " Did you mean: \(near.joined(separator: ", "))?"))
        case .noTarget(let candidates):
            Phrase(
                zh: "没有认出结果列（例如「是否离职」）。请用 --target 指定。"
                    + (candidates.isEmpty ? "" : "只有两个取值的列：\(candidates.joined(separator: "、"))。"),
                en: "No outcome column (such as “Attrition”) was recognised. Name it with --target."
                    + (candidates.isEmpty ? "" : " Columns with two values: \(candidates.joined(separator: ", "))."))
        case .targetHasOneValue(let name, let value):
            Phrase(
                zh: "结果列「\(name)」只有一个取值（\(value)），没有可比较的两类人。请换一列，或补上另一类的记录。",
                en: "The outcome column “\(name)” has only one value (\(value)), so there is nothing to compare. "
                    + "Choose another column or add the other kind of rows.")
        case .targetHasManyValues(let name, let count, let examples):
            Phrase(
                zh: "结果列「\(name)」有 \(count) 个取值（如 \(examples.joined(separator: "、"))），不知道哪一个表示离开。请用 --positive 指定。",
                en: "The outcome column “\(name)” has \(count) values (such as \(examples.joined(separator: ", "))); "
                    + "which one means “left”? Name it with --positive.")
        case .unknownValue(let column, let value, let known):
            Phrase(
                zh: "「\(column)」列中没有「\(value)」这个值。现有：\(known.joined(separator: "、"))。",
                en: "Column “\(column)” has no value “\(value)”. It has: \(known.joined(separator: ", ")).")
        case .noFacts:
            Phrase(
                zh: "除去结果列和不可用的列之后，没有剩下可供学习的列。请用 --keep 保留需要的列。",
                en: "After the outcome and unusable columns nothing is left to learn from. Keep columns with --keep.")
        case .notANumber(let column, _, let line, let text):
            Phrase(
                zh: "第 \(line) 行「\(column)」：「\(text)」不是数字。",
                en: "Row \(line), “\(column)”: “\(text)” is not a number.")
        case .negativeDuration(let column, let line, let text):
            Phrase(
                zh: "第 \(line) 行「\(column)」：时长不能为负（\(text)）。",
                en: "Row \(line), “\(column)”: a duration cannot be negative (\(text)).")
        case .nothingBefore(let column, let value):
            Phrase(
                zh: "「\(column)」早于 \(value) 的行不足以训练。请把 --test-from 往后移。",
                en: "Too few rows of “\(column)” lie before \(value) to learn from. Move --test-from later.")
        case .nothingFrom(let column, let value):
            Phrase(
                zh: "「\(column)」从 \(value) 起没有任何行可供检验。请把 --test-from 往前移。",
                en: "No row of “\(column)” lies at or after \(value). Move --test-from earlier.")
        case .oneFold(let column):
            Phrase(
                zh: "--fold-column：折号列「\(column)」至少要有两个不同的折号。",
                en: "--fold-column: “\(column)” needs at least two different fold numbers.")
        case .together(let one, let other):
            Phrase(zh: "\(one) 与 \(other) 不能同时使用。", en: "\(one) and \(other) cannot be used together.")
        case .needs(let option, let with):
            Phrase(zh: "\(option) 需要同时给出 \(with)。", en: "\(option) also needs \(with).")
        case .outOfRange(let option, let lowest, let highest):
            Phrase(
                zh: "\(option) 须在 \(lowest) 到 \(highest) 之间。",
                en: "\(option) must lie between \(lowest) and \(highest).")
        case .modelDoesNotFit(let missing):
            Phrase(
                zh: "这张表缺少模型需要的列：\(missing.joined(separator: "、"))。",
                en: "The sheet lacks columns this model needs: \(missing.joined(separator: ", ")).")
        case .cannotWrite(let path, let reason):
            Phrase(zh: "无法写入 \(path)：\(reason)。", en: "Cannot write \(path): \(reason).")
        case .cannotRead(let path, let reason):
            Phrase(zh: "无法读取 \(path)：\(reason)。", en: "Cannot read \(path): \(reason).")
        case .noModelToSave:
            Phrase(
                zh: "措施效果的分析不产生可保存的模型，请去掉 --save。",
                en: "The analysis of an effect leaves no model to save; leave out --save.")
        }
    }
}
