import Kernel

/// What a setting can hold.
package protocol SettingValue: Sendable {
    init?(stored: String)
    var stored: String { get }
}

extension String: SettingValue {
    package init?(stored: String) { self = stored }
    package var stored: String { self }
}

extension Int: SettingValue {
    package init?(stored: String) { self.init(stored) }
    package var stored: String { String(self) }
}

extension Bool: SettingValue {
    package init?(stored: String) {
        switch stored {
        case "yes": self = true
        case "no": self = false
        default: return nil
        }
    }
    package var stored: String { self ? "yes" : "no" }
}

extension SettingValue where Self: RawRepresentable, RawValue == String {
    package init?(stored: String) { self.init(rawValue: stored) }
    package var stored: String { rawValue }
}

extension Language: SettingValue {}
