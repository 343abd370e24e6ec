import Foundation
import Testing

@testable import Markup

/// Contrast after WCAG 2.2, success criteria 1.4.3 (text, 4.5) and 1.4.11 (marks, 3), in both modes and on paper.
@Suite struct StylesTests {
    static let text: [(String, String)] = [
        ("text", "ground"), ("text", "raised"), ("text", "accent-ground"), ("quiet", "ground"), ("quiet", "raised"),
        ("quiet", "accent-ground"), ("accent", "ground"), ("accent", "raised"), ("accent", "bad-ground"),
        ("accent", "good-ground"), ("on-accent", "accent"), ("good", "good-ground"),
        ("warning", "warning-ground"), ("bad", "bad-ground"), ("bad", "ground"), ("text", "warning-ground"),
        ("on-t1", "t1"), ("on-t2", "t2"), ("on-t3", "t3"), ("on-t4", "t4"), ("on-t5", "t5"), ("ground", "s1"),
        ("ground", "s2"), ("ground", "s3"), ("ground", "s4"), ("ground", "s5"), ("ground", "s6"),
        ("text", "h0"), ("text", "h1"), ("text", "h2"), ("ground", "h5"), ("ground", "h6"), ("text", "d2"),
        ("text", "d3"), ("text", "d4"), ("ground", "d0"), ("ground", "d6"),
    ]
    static let marks: [(String, String)] = [
        ("s1", "ground"), ("s2", "ground"), ("s3", "ground"), ("s4", "ground"), ("s5", "ground"), ("s6", "ground"),
        ("strong-border", "ground"), ("up", "ground"), ("down", "ground"), ("accent", "ground"),
    ]

    @Test(arguments: ["light", "dark"]) func `contrast is enough`(mode: String) throws {
        let tokens = Self.tokens(mode)
        for (pairs, least) in [(Self.text, 4.5), (Self.marks, 3.0)] {
            for (front, back) in pairs {
                let contrast = try Self.contrast(#require(tokens[front]), #require(tokens[back]))
                #expect(contrast >= least, "\(mode): \(front) on \(back) has \(contrast)")
            }
        }
    }

    @Test(arguments: ["light", "dark"]) func `tiers differ in lightness, in one direction`(mode: String) throws {
        let tokens = Self.tokens(mode)
        let lights = try (1...5).map { try Self.luminance(#require(tokens["t\($0)"])) }
        for (one, next) in zip(lights, lights.dropFirst()) {
            #expect(mode == "light" ? one > next : one < next)
            #expect((max(one, next) + 0.05) / (min(one, next) + 0.05) > (mode == "light" && one > 0.7 ? 1.03 : 1.3))
        }
    }

    @Test func `braces are closed`() {
        #expect(Styles.css.count { $0 == "{" } == Styles.css.count { $0 == "}" })
        #expect(!Styles.css.contains("</") && !Script.javascript.contains("</"))
    }

    private static func tokens(_ mode: String) -> [String: String] {
        let css = Styles.css
        let dark = css.range(of: "@media (prefers-color-scheme: dark)")!
        let part = mode == "light" ? css[..<dark.lowerBound] : css[dark.lowerBound...]
        let block = part.prefix { $0 != "}" }
        var tokens: [String: String] = [:]
        for match in block.matches(of: /--([a-z0-9-]+): #([0-9a-f]{3,6});/) {
            let hex = String(match.2)
            tokens[String(match.1)] = hex.count == 3 ? hex.map { "\($0)\($0)" }.joined() : hex
        }
        return tokens
    }

    private static func luminance(_ hex: String) -> Double {
        let channels = (0..<3).map { index -> Double in
            let part = hex.dropFirst(index * 2).prefix(2)
            let value = Double(Int(part, radix: 16) ?? 0) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }

    private static func contrast(_ front: String, _ back: String) -> Double {
        let (one, other) = (luminance(front), luminance(back))
        return (max(one, other) + 0.05) / (min(one, other) + 0.05)
    }
}
