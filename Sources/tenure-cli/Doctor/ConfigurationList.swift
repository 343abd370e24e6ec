import Kernel
import Shell

/// Every key, its value unless it is a secret, where it was said, and what it is.
struct ConfigurationList {
    private let configuration: Configuration

    init(_ configuration: Configuration) {
        self.configuration = configuration
    }

    struct Line: Encodable {
        let key: String
        let variable: String
        let value: String?
        let isSet: Bool
        let isSecret: Bool
        let source: String
        let explanation: String
    }

    /// - Throws: the exit code for a configuration with problems, which are said.
    func say(_ language: Language, _ isJSON: Bool) throws {
        if isJSON {
            try Answer.json(ConfigurationKey.all.map { line($0, language) })
        } else {
            if let path = configuration.path {
                print(Phrase(zh: "# 配置文件：\(path)", en: "# Configuration file: \(path)")[language])
            }
            for key in ConfigurationKey.all { print(text(line(key, language), key, language)) }
        }
        guard configuration.problems.isEmpty else {
            for problem in configuration.problems { Answer.say("tenure: " + problem.explanation[language]) }
            throw Answer.found
        }
    }

    private func line(_ key: ConfigurationKey, _ language: Language) -> Line {
        let value = configuration.value(key)
        return Line(
            key: key.name, variable: key.variable, value: shown(key, value, language), isSet: value.text != nil,
            isSecret: key.isSecret, source: value.source.words[language], explanation: key.explanation[language])
    }

    /// A secret is only said to be there; that the embedded database is used is none.
    private func shown(_ key: ConfigurationKey, _ value: Configuration.Value, _ language: Language) -> String? {
        guard let text = value.text else { return nil }
        guard key.isSecret, text != key.initial else { return text }
        return Phrase(zh: "（已设置，不显示）", en: "(set, not shown)")[language]
    }

    private func text(_ line: Line, _ key: ConfigurationKey, _ language: Language) -> String {
        let nothing = Phrase(zh: "（未设置）", en: "(not set)")[language]
        let variables = key.isSecret ? line.variable + ", " + line.variable + "_FILE" : line.variable
        return """

            \(line.key) = \(line.value ?? nothing)
                \(line.explanation)
                \(line.source) · \(variables)
            """
    }
}
