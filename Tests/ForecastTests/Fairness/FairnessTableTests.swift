import Testing

@testable import Forecast

@Suite struct FairnessTableTests {
    let sex = Column(
        name: "性别", values: .categorical(codes: (0..<60).map { Int32($0 % 2) }, levels: ["女", "男"]))
    let site = Column(
        name: "site",
        values: .categorical(codes: (0..<60).map { $0 < 3 ? 1 : $0 < 5 ? 2 : 0 }, levels: ["A", "B", "C"]))

    @Test func figuresPerGroup() throws {
        let rows = Array(0..<60)
        let selected = rows.map { $0 % 2 == 0 ? $0 < 40 : $0 < 20 }
        let outcome = rows.map { $0 % 3 == 0 ? 1.0 : 0 }
        let table = FairnessTable(
            columns: [sex], rows: rows, predicted: rows.map { _ in 0.4 }, outcome: outcome, selected: selected)
        #expect(table.groups.map(\.name) == ["女", "男"])
        #expect(table.groups.map(\.selectionRate) == [20.0 / 30, 10.0 / 30])
        #expect(table.groups[1].impactRatio == 0.5)
        #expect(table.groups[0].pValue == nil)
        #expect(try #require(table.groups[1].pValue) < 0.05)
        #expect(table.groups[0].predicted.map { abs($0 - 0.4) < 1e-12 } == true)
        #expect(table.groups[0].observed?.value == 10.0 / 30)
        #expect(table.groups[0].truePositiveRate?.value == 7.0 / 10)
        #expect(table.groups[0].falsePositiveRate?.value == 13.0 / 20)
    }

    @Test func smallGroupsAreMergedAndPairsCombined() {
        let rows = Array(0..<60)
        let predicted = rows.map { _ in 0.5 }
        let outcome = rows.map { Double($0 % 2) }
        let selected = rows.map { $0 < 30 }
        let table = FairnessTable(
            columns: [site], rows: rows, predicted: predicted, outcome: outcome, selected: selected)
        #expect(table.groups.map(\.name) == ["A", nil])
        #expect(table.groups[1].count == 5 && !table.groups[1].isHidden)
        let all = FairnessTable.all(
            [sex, site], rows: Array(1..<60), predicted: predicted, outcome: outcome, selected: selected)
        #expect(all.map(\.columns) == [["性别"], ["site"], ["性别", "site"]])
        #expect(all[1].groups.last?.isHidden == true)
        #expect(all[2].groups.first?.name == "女 × A")
    }
}
