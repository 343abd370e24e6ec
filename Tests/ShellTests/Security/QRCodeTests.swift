import Kernel
import Markup
import Testing

@testable import Shell

/// The expected symbols were drawn by another encoder with the same mask, and read back by another decoder; only the
/// SHA-256 of their modules, row by row as `0` and `1`, stands here.
struct QRCodeTests {
    static func rows(_ code: QRCode) -> String {
        (0..<code.side).map { row in (0..<code.side).map { code[row, $0] ? "1" : "0" }.joined() }.joined()
    }

    static let address =
        "otpauth://totp/Tenure:li%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Tenure&algorithm=SHA1"
        + "&digits=6&period=30"

    @Test(arguments: [
        ("a", QRLevel.low, 1, 0, "c8b94007197ad57de04587d88c0bc0ef98b3138bb8e37461a0f2d207ddb68736"),
        ("hello, 留任", .medium, 1, 7, "5dc0e93e75fa4ac0a5728f028481c585c65711a8b5a39f963041be03f1f0fcdf"),
        ("https://example.com/", .quartile, 2, 7, "a79bb72643f460814b2f7437ac67a112352fb2072198dcb2003019bc2ae98cbe"),
        (address, .medium, 8, 4, "f2f1215b724ff4d827ddf635683af820a526be6c468bbb96c027bf66a42277d0"),
    ])
    func known(text: String, level: QRLevel, version: Int, mask: Int, digest: String) throws {
        let code = try #require(QRCode(text, level: level))
        #expect(code.version == version && code.mask == mask && code.side == 17 + 4 * version)
        #expect(Token.digest(of: Array(Self.rows(code).utf8)).hexText == digest)
    }

    /// The most bytes of versions 1 to 20 (ISO/IEC 18004, table 7), and all twenty symbols filled to the last byte.
    @Test(arguments: [
        (
            QRLevel.low,
            [17, 32, 53, 78, 106, 134, 154, 192, 230, 271, 321, 367, 425, 458, 520, 586, 644, 718, 792, 858],
            "5ebff0875d2c7b956c53f67643f861fef0b5e6b413e353018599bdaa7b896c25"
        ),
        (
            .medium, [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666],
            "5036baa946ad49940adfc41501932ba99eae135d01b4ff4601616a1f91f84ea3"
        ),
        (
            .quartile, [11, 20, 32, 46, 60, 74, 86, 108, 130, 151, 177, 203, 241, 258, 292, 322, 364, 394, 442, 482],
            "4f3e3d8228642aea5d0ee83787921f9c0806fbb8d410eee39bfd7632646da8ee"
        ),
    ])
    func everyVersion(level: QRLevel, capacities: [Int], digest: String) throws {
        #expect(QRVersion.all.map { $0.capacity(level) } == capacities)
        var rows = ""
        for (index, capacity) in capacities.enumerated() {
            let text = String(decoding: (0..<capacity).map { UInt8(97 + ($0 * 7 + index + 1) % 26) }, as: UTF8.self)
            let code = try #require(QRCode(text, level: level))
            #expect(code.version == index + 1)
            rows += Self.rows(code)
        }
        #expect(Token.digest(of: Array(rows.utf8)).hexText == digest)
        #expect(QRCode(String(repeating: "x", count: capacities[19] + 1), level: level) == nil)
    }

    @Test func emptyText() {
        #expect(QRCode("")?.version == 1)
    }

    @Test func drawing() throws {
        let code = try #require(QRCode(Self.address))
        let label = Phrase(zh: "扫描“<a>”以添加账号", en: "Scan \"<a>\" to add the account")
        let svg = code.svg(label).string(in: .en)
        #expect(
            svg.contains("viewBox=\"0 0 57 57\"")
                && svg.contains("aria-label=\"Scan &quot;&lt;a&gt;&quot; to add the account\""))
        #expect(svg.contains("role=\"img\"") && !svg.contains("style") && svg.hasSuffix("</svg>"))
        #expect(svg.contains("M4 4h7v1h-7z"))
        // The squares of the drawing are the dark modules, four away from the edge.
        var drawn = Array(repeating: "0", count: code.side * code.side)
        let path = try #require(svg.split(separator: "fill=\"#000\" d=\"").last?.split(separator: "\"").first)
        for run in path.split(separator: "z") {
            let numbers = run.split { !$0.isNumber }.compactMap { Int($0) }
            for column in numbers[0]..<(numbers[0] + numbers[2]) {
                drawn[(numbers[1] - 4) * code.side + column - 4] = "1"
            }
        }
        #expect(drawn.joined() == Self.rows(code))
    }

    /// The 15 bits of every level and mask (ISO/IEC 18004, annex C: level M with mask 5 gives 100000011001110).
    @Test func formatInformation() {
        let grid = QRGrid(QRVersion(number: 1)).masked(5, .medium)
        let bits = [0, 1, 2, 3, 4, 5, 7, 8].map { grid[8, $0] } + [7, 5, 4, 3, 2, 1, 0].map { grid[$0, 8] }
        #expect(bits.map { $0 ? "1" : "0" }.joined() == "100000011001110")
    }
}
