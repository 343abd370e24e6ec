import Foundation
import Kernel

/// A password or key of another system: sealed with the keys of the house, never shown again.
package struct SealedText: SettingValue {
    /// Base64 of the sealed bytes; "" when nothing is set.
    package let stored: String

    package init?(stored: String) {
        guard Data(base64Encoded: stored) != nil else { return nil }
        self.stored = stored
    }

    private init() { stored = "" }

    package static let none = SealedText()

    package var isEmpty: Bool { stored.isEmpty }

    private static let record: Int64 = 0

    init(sealing plain: String, for code: String, _ house: House) throws {
        guard !plain.isEmpty else {
            stored = ""
            return
        }
        stored = Data(try house.sealing.seal(plain, "settings." + code, Self.record)).base64EncodedString()
    }

    /// The text itself; nil when nothing is set.
    func opened(for code: String, by sealing: Sealing) throws -> String? {
        guard !isEmpty, let bytes = Data(base64Encoded: stored) else { return nil }
        return try sealing.open(Array(bytes), "settings." + code, Self.record)
    }
}

extension Setting<SealedText> {
    /// A password or key.
    package static func secret(_ code: String, _ name: Phrase, hint: Phrase? = nil) -> Setting {
        Setting(
            code, name, hint: hint, initial: .none, kind: .secret, words: { _ in Phrase(zh: "已设置", en: "set") })
    }
}
