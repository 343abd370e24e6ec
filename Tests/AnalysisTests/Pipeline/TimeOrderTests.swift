import Testing

@testable import Analysis

/// What lies later must not reach a prediction: the sheet is spoilt from a day on, and everything before stays as it was.
@Suite struct TimeOrderTests {
    private static let start = 200
    private let sheet = PlantedSheet()
    private var from: String { sheet[Self.start, "入职日"] }

    /// Turns the outcomes of `rows` around.
    private func flipping(_ rows: Range<Int>) -> PlantedSheet {
        var spoilt = sheet
        for row in rows { spoilt[row, "离职"] = sheet.left(row) ? "否" : "是" }
        return spoilt
    }

    /// Puts other facts into `rows`: numbers far outside, a category nobody knew, blanks.
    private func poisoning(_ rows: some Sequence<Int>) -> PlantedSheet {
        var spoilt = sheet
        for row in rows {
            spoilt[row, "导师评分"] = String(900 + row)
            spoilt[row, "培训完成率"] = row % 2 == 0 ? "" : "0"
            spoilt[row, "部门"] = "毒\(row % 5)"
        }
        return spoilt
    }

    private func dated(_ sheet: PlantedSheet, _ approach: AnalysisRequest.Approach) throws -> AnalysisResult {
        try sheet.analysed {
            $0.timeOrder = "入职日"
            $0.testFrom = from
            $0.approach = approach
            $0.folds = 2
        }
    }

    private static var approaches: [AnalysisRequest.Approach] {
        FullRun.isOn ? AnalysisRequest.Approach.allCases : [.logistic, .boosted]
    }

    @Test(arguments: approaches)
    func `Later outcomes and other rows' facts change no prediction`(_ approach: AnalysisRequest.Approach) throws {
        let honest = try dated(sheet, approach)
        #expect(honest.predictions.map(\.row).sorted() == Array(Self.start..<300))
        #expect(honest.predictions.allSatisfy { $0.repetition == 0 && $0.fold == 0 })
        #expect(honest.document.validation.scheme == .heldOut)
        #expect(try dated(flipping(Self.start..<300), approach).predictions == honest.predictions)
        let spared = Set([203, 250, 299])
        let poisoned = try dated(poisoning((Self.start..<300).filter { !spared.contains($0) }), approach).byRow()
        let expected = honest.byRow()
        for row in spared { #expect(poisoned[row] == expected[row]) }
    }

    /// Facts so telling in the spoilt part that the search for leaks would drop them if it looked there.
    @Test func `Later outcomes do not decide which facts are used`() throws {
        var spoilt = sheet
        for row in Self.start..<300 { spoilt[row, "离职"] = (Double(sheet[row, "导师评分"]) ?? 0) < 7 ? "是" : "否" }
        for row in 0..<Self.start { spoilt[row, "离职"] = row % 3 == 0 ? "是" : "否" }
        var plain = spoilt
        for row in Self.start..<300 { plain[row, "离职"] = row % 4 == 0 ? "是" : "否" }
        let (one, two) = (try dated(spoilt, .logistic), try dated(plain, .logistic))
        #expect(one.document.facts == two.document.facts)
        #expect(one.predictions == two.predictions)
    }

    @Test func `In widening windows a step knows nothing of the steps after it`() throws {
        let ask: (inout AnalysisRequest) -> Void = { $0.timeOrder = "入职日" }
        let honest = try sheet.analysed(ask)
        #expect(honest.document.validation.scheme == .timeOrdered)
        let first = honest.predictions.filter { $0.fold == 0 }
        let end = try #require(first.map(\.row).max()) + 1
        #expect(try flipping(end..<300).analysed(ask).predictions.filter { $0.fold == 0 } == first)
        #expect(try poisoning(end..<300).analysed(ask).predictions.filter { $0.fold == 0 } == first)
    }
}
