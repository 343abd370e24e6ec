import Kernel

/// One thing that is wrong with the configuration. Never holds the value of a secret.
package enum ConfigurationProblem: Sendable, Hashable {
    /// A key or variable nobody knows, with the nearest known one.
    case unknown(String, at: ConfigurationSource, nearest: String?)
    case unusable(String, value: String?, at: ConfigurationSource, why: Phrase)
    /// Given in itself and as a file.
    case twice(String, at: ConfigurationSource)
    case noKey(path: String, line: Int)
    case fileMissing(path: String)
    case fileUnreadable(path: String)
    /// The file a secret stands in.
    case secretUnreadable(String, path: String)
    /// A key that needs another.
    case lacks(String, needs: String)

    package var explanation: Phrase {
        switch self {
        case .unknown(let name, let source, let nearest):
            Phrase(
                zh: "\(source.words.zh)：没有配置项“\(name)”。"
                    + (nearest.map { "是否想写“\($0)”？" } ?? "运行 tenure doctor --config 查看全部配置项。"),
                en: "\(source.words.en): there is no key “\(name)”. "
                    + (nearest.map { "Did you mean “\($0)”?" } ?? "tenure doctor --config lists them all."))
        case .unusable(let name, let value, let source, let why):
            Phrase(
                zh: "\(source.words.zh)：\(name)" + (value.map { " 的值“\($0)”" } ?? " 的值") + "不能使用，\(why.zh)。",
                en: "\(source.words.en): \(name) cannot be" + (value.map { " “\($0)”" } ?? " this") + ": \(why.en).")
        case .twice(let name, let source):
            Phrase(
                zh: "\(source.words.zh)：\(name) 设置了两次。请只保留一处（值本身，或其 _file）。",
                en: "\(source.words.en): \(name) is set twice. Keep one (the value itself, or its _file).")
        case .noKey(let path, let line):
            Phrase(
                zh: "\(path) 第 \(line) 行：不是“配置项 = 值”的形式。注释请以 # 开头。",
                en: "\(path), line \(line): this is not “key = value”. A comment begins with #.")
        case .fileMissing(let path):
            Phrase(
                zh: "找不到配置文件 \(path)。请检查 --config-file 或 TENURE_CONFIG。",
                en: "There is no configuration file \(path). Check --config-file or TENURE_CONFIG.")
        case .fileUnreadable(let path):
            Phrase(
                zh: "无法读取配置文件 \(path)。请检查权限；文件应为 UTF-8 文本。",
                en: "The configuration file \(path) cannot be read. Check its permissions; it must be UTF-8 text.")
        case .secretUnreadable(let name, let path):
            Phrase(
                zh: "无法从文件 \(path) 读取 \(name)。请检查路径和权限；文件应只含一行。",
                en: "\(name) cannot be read from \(path). Check path and permissions; the file holds one line.")
        case .lacks(let name, let needed):
            Phrase(
                zh: "设置了 \(name)，还需要设置 \(needed)。", en: "\(name) is set; \(needed) must be set too.")
        }
    }
}

/// Everything wrong with a configuration, at once.
package struct ConfigurationRefusal: Refusal {
    package let problems: [ConfigurationProblem]

    package var explanation: Phrase {
        Phrase(
            zh: problems.map(\.explanation.zh).joined(separator: "\n"),
            en: problems.map(\.explanation.en).joined(separator: "\n"))
    }
}
