import Foundation

/// The name a browser gives to a downloaded file: that of the sheet and of what it is, also when it is Chinese (RFC 6266).
package struct DownloadName {
    private let plain: String
    private let full: String

    /// - Parameters:
    ///   - sheet: the uploaded file's name.
    ///   - kind: the file's name in the address, for clients that know only ASCII.
    package init(of sheet: String, _ kind: String) {
        plain = kind
        let stem = sheet.split(separator: ".").first.map(String.init) ?? sheet
        full = "\(stem)-\(kind)"
    }

    /// - Parameters:
    ///   - whole: the name as it shall be.
    ///   - plain: the name for clients that know only ASCII.
    package init(whole: String, plain: String) {
        full = whole
        self.plain = plain
    }

    package var header: String {
        let unreserved = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        let encoded = full.addingPercentEncoding(withAllowedCharacters: unreserved) ?? plain
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded)"
    }
}
