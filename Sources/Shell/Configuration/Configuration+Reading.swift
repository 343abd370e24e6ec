import Foundation
import Kernel

extension Configuration {
    /// A value given on the command line.
    package struct Option: Sendable {
        let key: String
        let text: String
        let name: String

        package init(_ key: String, _ text: String, name: String) {
            (self.key, self.text, self.name) = (key, text, name)
        }
    }

    /// The file read when nobody names another.
    package static let usualFile = "/etc/tenure/tenure.conf"

    /// Variables of the name space that configure no server: the file itself, and what builds and tests use.
    private static let foreign: Set<String> = ["TENURE_CONFIG", "TENURE_FULL", "TENURE_BINARY", "TENURE_VERSION"]

    /// Reads everything; what is wrong is in ``problems``.
    /// - Parameter file: named on the command line. Else `TENURE_CONFIG` names it (empty: none), else it is
    ///   ``usualFile`` if that exists.
    package static func read(
        options: [Option] = [], environment: [String: String] = ProcessInfo.processInfo.environment, file: String? = nil
    ) -> Configuration {
        var result = Configuration()
        result.path = path(file, environment)
        if let path = result.path { result.take(ConfigurationFile(at: path), path) }
        if let folder = environment["CREDENTIALS_DIRECTORY"] { result.take(credentials: folder) }
        result.take(environment)
        for option in options {
            result.take(option.key, option.text, .option(option.name))
        }
        result.checkTogether()
        return result
    }

    private static func path(_ named: String?, _ environment: [String: String]) -> String? {
        if let named { return named }
        if let variable = environment["TENURE_CONFIG"] { return variable.isEmpty ? nil : variable }
        return FileManager.default.fileExists(atPath: usualFile) ? usualFile : nil
    }

    private mutating func take(_ file: ConfigurationFile, _ path: String) {
        problems += file.problems
        var seen: Set<String> = []
        for entry in file.entries {
            let source = ConfigurationSource.file(path: path, line: entry.line)
            let secret = Self.secret(namedBy: entry.name)
            guard seen.insert(secret?.name ?? entry.name).inserted else {
                problems.append(.twice(secret?.name ?? entry.name, at: source))
                continue
            }
            if let secret {
                take(secret, fileAt: entry.value)
            } else {
                take(entry.name, entry.value, source)
            }
        }
    }

    /// systemd: `LoadCredential=secrets:/etc/tenure/secrets` hands over each file as `secrets_NAME`.
    private mutating func take(credentials folder: String) {
        for key in ConfigurationKey.all where key.isSecret {
            let path = folder + "/secrets_" + key.name
            if FileManager.default.fileExists(atPath: path) { take(key, fileAt: path) }
        }
    }

    private mutating func take(_ environment: [String: String]) {
        let prefix = ConfigurationKey.prefix
        for (variable, text) in environment.sorted(by: { $0.key < $1.key })
        where variable.hasPrefix(prefix) && !Self.foreign.contains(variable) && !variable.hasPrefix("TENURE_TEST_") {
            // An empty variable says nothing.
            if text.isEmpty { continue }
            let name = variable.dropFirst(prefix.count).lowercased()
            if let secret = Self.secret(namedBy: name) {
                if environment[secret.variable]?.isEmpty == false {
                    problems.append(.twice(secret.name, at: .environment(variable: variable)))
                } else {
                    take(secret, fileAt: text)
                }
            } else {
                take(name, text, .environment(variable: variable))
            }
        }
    }

    /// The secret whose file a name such as `mail_password_file` names.
    private static func secret(namedBy name: String) -> ConfigurationKey? {
        ConfigurationKey.all.first { $0.isSecret && $0.name + ConfigurationKey.fileEnding == name }
    }

    private mutating func take(_ secret: ConfigurationKey, fileAt path: String) {
        guard let data = FileManager.default.contents(atPath: path), data.count <= 65_536,
            let text = String(validating: data, as: UTF8.self)
        else {
            problems.append(.secretUnreadable(secret.name, path: path))
            return
        }
        let line = text.trimmingCharacters(in: .newlines)
        guard !line.isEmpty, !line.contains(where: \.isNewline) else {
            problems.append(.secretUnreadable(secret.name, path: path))
            return
        }
        take(secret.name, line, .secretFile(path: path))
    }

    private mutating func take(_ name: String, _ text: String, _ source: ConfigurationSource) {
        guard let key = ConfigurationKey.all.first(where: { $0.name == name }) else {
            problems.append(.unknown(shown(name, source), at: source, nearest: nearest(to: name, source)))
            return
        }
        guard !text.isEmpty else { return }
        if let why = key.kind.problem(with: text) {
            problems.append(.unusable(key.name, value: key.isSecret ? nil : text, at: source, why: why))
        } else {
            set(key, Value(text: text, source: source))
        }
    }

    private func shown(_ name: String, _ source: ConfigurationSource) -> String {
        if case .environment(let variable) = source { return variable }
        return name
    }

    private func nearest(to name: String, _ source: ConfigurationSource) -> String? {
        let found = Spelling.nearest(to: name, in: ConfigurationKey.all.map(\.name))
        if case .environment = source { return found.map { ConfigurationKey.prefix + $0.uppercased() } }
        return found
    }

    private mutating func checkTogether() {
        let pairs = [("tls_certificate", "tls_key"), ("tls_key", "tls_certificate")]
        for (name, needed) in pairs where text(name) != nil && text(needed) == nil {
            problems.append(.lacks(name, needs: needed))
        }
        if let store = text("document_store"), store != Bucket.folder {
            for needed in ["document_store_address", "document_store_key", "document_store_secret"]
            where text(needed) == nil {
                problems.append(.lacks("document_store", needs: needed))
            }
        }
    }
}
