import Kernel

/// Why a text with places cannot be used, with its line.
package enum MailTextRefusal: Refusal, Hashable {
    case unknown(String, line: Int, known: [String])
    /// A tag that does not end, or holds no single name.
    case unfinished(line: Int)
    case unclosed(String, line: Int)
    case notOpen(String, line: Int)
    case isList(String, line: Int)
    /// Parts of mustache that mails do not need.
    case unsupported(line: Int)

    package var explanation: Phrase {
        switch self {
        case .unknown(let name, let line, let known):
            Phrase(
                zh: "第 \(line) 行：没有名为“\(name)”的内容。这里可以使用：\(known.joined(separator: "、"))。",
                en:
                    "Line \(line): there is nothing called “\(name)”. Here you may use \(known.joined(separator: ", "))."
            )
        case .unfinished(let line):
            Phrase(
                zh: "第 \(line) 行：“{{”之后应为一个名称和“}}”，例如 {{name}}。",
                en: "Line \(line): “{{” takes one name and “}}”, such as {{name}}.")
        case .unclosed(let name, let line):
            Phrase(
                zh: "第 \(line) 行：{{#\(name)}} 没有结束。请在后面加上 {{/\(name)}}。",
                en: "Line \(line): {{#\(name)}} does not end. Add {{/\(name)}} after it.")
        case .notOpen(let name, let line):
            Phrase(
                zh: "第 \(line) 行：{{/\(name)}} 没有对应的开始。请检查各段是否按顺序结束。",
                en: "Line \(line): {{/\(name)}} ends nothing that is open. Check the order of the sections.")
        case .isList(let name, let line):
            Phrase(
                zh: "第 \(line) 行：“\(name)”是列表，请写成 {{#\(name)}}…{{/\(name)}}。",
                en: "Line \(line): “\(name)” is a list; write {{#\(name)}}…{{/\(name)}}.")
        case .unsupported(let line):
            Phrase(
                zh: "第 \(line) 行：邮件模板只支持 {{名称}}、{{#名称}}、{{^名称}}、{{/名称}} 和 {{! 说明 }}。",
                en: "Line \(line): mails know {{name}}, {{#name}}, {{^name}}, {{/name}} and {{! comment }} only.")
        }
    }
}
