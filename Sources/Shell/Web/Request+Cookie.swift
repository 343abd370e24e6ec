import HTTPTypes
import Hummingbird

extension Request {
    /// The value of one cookie. Looks for this one only: a page asks for a few of what browsers send along.
    func cookie(_ name: String) -> String? {
        for header in headers[values: .cookie] {
            if let value = Self.value(of: name, in: header.utf8) { return value }
        }
        return nil
    }

    private static func value(of name: String, in header: String.UTF8View) -> String? {
        for pair in header.split(separator: UInt8(ascii: ";")) {
            let pair = pair.drop { $0 == UInt8(ascii: " ") }
            guard pair.starts(with: name.utf8) else { continue }
            let rest = pair.dropFirst(name.utf8.count)
            guard rest.first == UInt8(ascii: "=") else { continue }
            return String(Substring(rest.dropFirst()))
        }
        return nil
    }
}
