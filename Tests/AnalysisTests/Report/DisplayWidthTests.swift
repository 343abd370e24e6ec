import Testing

@testable import Analysis

/// Unicode Standard Annex 11: wide and full-width characters take two cells.
@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("离职", 4), ("ROC-AUC 0.8", 11), ("「高」", 6), ("e\u{301}", 1), ("ガ", 2), ("한국", 4),
        ("👍🏽", 2), ("—…·", 3), ("\u{FF11}", 2), ("\u{200B}a", 1),
    ])
    func `counts cells`(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test(arguments: [
        ("培训完成率", 7, "培训完…"), ("培训完成率", 10, "培训完成率"), ("training", 5, "trai…"), ("培训", 1, "…"),
    ])
    func `cuts to a width`(text: String, width: Int, result: String) {
        #expect(DisplayWidth.fitted(text, to: width) == result)
    }

    @Test(arguments: [
        ("最先看导师评分。", 8, ["最先看导", "师评分。"]), ("look at the mentor", 8, ["look at", "the", "mentor"]),
        ("一二三,四", 6, ["一二", "三,四"]), ("abcdefgh", 3, ["abc", "def", "gh"]), ("", 5, [""]),
    ])
    func `breaks Chinese anywhere but before punctuation`(text: String, width: Int, lines: [String]) {
        #expect(DisplayWidth.wrapped(text, to: width) == lines)
    }

    @Test func `takes out what steers a terminal`() {
        #expect(DisplayWidth.printable("a\u{1B}[31mb\u{202E}c\u{9B}d\n") == "a [31mb c d ")
        #expect(DisplayWidth.printable("导师评分") == "导师评分")
    }
}
