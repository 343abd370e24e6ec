import Foundation
import Kernel

/// What the administrator of the machine decided, each value with where it was said: the command line wins over the
/// environment, that over a credential of the service manager, that over the file, that over what holds at first.
package struct Configuration: Sendable {
    package struct Value: Sendable {
        /// Nil when it is not set.
        package let text: String?
        package let source: ConfigurationSource
    }

    private(set) var values: [String: Value] = [:]
    /// What could not be used; the values are what they would be without it.
    package internal(set) var problems: [ConfigurationProblem] = []
    /// The file that was read.
    package internal(set) var path: String?

    package func value(_ key: ConfigurationKey) -> Value {
        values[key.name] ?? Value(text: key.initial, source: .initial)
    }

    mutating func set(_ key: ConfigurationKey, _ value: Value) { values[key.name] = value }

    /// - Throws: ``ConfigurationRefusal`` with everything that is wrong.
    package func checked() throws(ConfigurationRefusal) -> Configuration {
        guard problems.isEmpty else { throw refusal }
        return self
    }

    /// What is wrong with it.
    package var refusal: ConfigurationRefusal { ConfigurationRefusal(problems: problems) }

    package func text(_ name: String) -> String? {
        if let value = values[name] { return value.text }
        return ConfigurationKey.all.first { $0.name == name }?.initial
    }

    package func number(_ name: String) -> Int? { text(name).flatMap { Int($0) } }

    package func isOn(_ name: String) -> Bool {
        text(name).map { ConfigurationKind.yes.contains($0.lowercased()) } ?? false
    }

    /// Whether anybody said it, if only what holds at first anyway.
    package func isSaid(_ name: String) -> Bool { (values[name]?.source ?? .initial) != .initial }

    package func words(_ name: String) -> [String] {
        (text(name) ?? "").split { $0 == "," || $0.isWhitespace }.map(String.init)
    }
}

extension Configuration {
    package var dataFolder: String { text("data_folder") ?? "data" }
    package var timeZone: TimeZone { text("time_zone").flatMap { TimeZone(identifier: $0) } ?? .current }

    /// What people type into the browser, without the last slash.
    package var publicAddress: String? {
        text("public_address").map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    }
}

extension Configuration {
    /// Whether the file holds a secret itself while everybody can read it. Its group may: the package gives it to the
    /// service's.
    package var holdsOpenSecret: Bool {
        guard let path, let facts = try? FileManager.default.attributesOfItem(atPath: path),
            let mode = (facts[.posixPermissions] as? NSNumber)?.intValue, mode & 0o004 != 0
        else { return false }
        return ConfigurationKey.all.contains { key in
            guard key.isSecret, case .file(path, _) = value(key).source else { return false }
            return value(key).text != key.initial
        }
    }
}
