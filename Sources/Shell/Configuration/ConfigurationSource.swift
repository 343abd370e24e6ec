import Kernel

/// Where a value comes from.
package enum ConfigurationSource: Sendable, Hashable {
    /// Nobody said anything.
    case initial
    case file(path: String, line: Int)
    case environment(variable: String)
    /// A file named in the environment or in the configuration, or handed over by the service manager.
    case secretFile(path: String)
    case option(String)

    package var words: Phrase {
        switch self {
        case .initial: Phrase(zh: "默认值", en: "initial value")
        case .file(let path, let line): Phrase(zh: "\(path) 第 \(line) 行", en: "\(path), line \(line)")
        case .environment(let variable): Phrase(zh: "环境变量 \(variable)", en: "environment variable \(variable)")
        case .secretFile(let path): Phrase(zh: "文件 \(path)", en: "file \(path)")
        case .option(let name): Phrase(zh: "命令行 \(name)", en: "command line \(name)")
        }
    }
}
