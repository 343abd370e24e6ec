import Foundation
import Hummingbird

/// The quiet word after a change, carried to the next page and shown once.
enum FlashCookie {
    static let name = "tenure_flash"

    static func made(of word: String) -> Cookie {
        Cookie(
            name: name, value: Data(word.utf8).base64EncodedString().replacingOccurrences(of: "=", with: "."),
            maxAge: 60, path: "/", httpOnly: true, sameSite: .strict)
    }

    static func word(in request: Request) -> String? {
        guard let value = request.cookie(name),
            let data = Data(base64Encoded: value.replacingOccurrences(of: ".", with: "="))
        else { return nil }
        return String(decoding: data.prefix(500), as: UTF8.self)
    }

    static let gone = Cookie(name: name, value: "", maxAge: 0, path: "/", httpOnly: true, sameSite: .strict)
}
