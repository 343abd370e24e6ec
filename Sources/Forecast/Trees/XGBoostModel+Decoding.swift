import Foundation

extension XGBoostModel {
    /// Reads XGBoost's JSON, which spells non-finite numbers as no JSON reader accepts.
    static func decode<Value: Decodable>(_ type: Value.Type, from json: Data) throws -> Value {
        try JSONDecoder().decode(type, from: finite(json))
    }

    /// `NaN` (the unused threshold of a question about categories) becomes 0.0 and `Infinity` a huge number,
    /// each of the same length; text in quotes is left alone.
    private static func finite(_ json: Data) -> Data {
        var json = json
        let replacements = [(Array("NaN".utf8), Array("0.0".utf8)), (Array("Infinity".utf8), Array("3.4e38  ".utf8))]
        json.withUnsafeMutableBytes { bytes in
            var quoted = false
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byte == UInt8(ascii: "\"") { quoted.toggle() }
                if quoted, byte == UInt8(ascii: "\\") { index += 1 }
                if !quoted, byte == UInt8(ascii: "N") || byte == UInt8(ascii: "I") {
                    for (word, replacement) in replacements
                    where index + word.count <= bytes.count && bytes[index..<index + word.count].elementsEqual(word) {
                        for (offset, byte) in replacement.enumerated() { bytes[index + offset] = byte }
                    }
                }
                index += 1
            }
        }
        return json
    }
}
