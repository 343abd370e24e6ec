/// Bytes as two small hexadecimal digits each.
package enum Hexadecimal {
    package static func text(of bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
