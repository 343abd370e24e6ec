import Forecast
import Testing

@Suite struct FoldsTests {
    private let outcome = (0..<203).map { $0 % 7 == 0 ? 1.0 : 0.0 }

    @Test(arguments: [2, 3, 5, 10])
    func `Stratified folds hold every row once and spread both outcomes evenly`(count: Int) {
        let folds = Folds.stratified(rows: Array(0..<203), outcome: outcome, count: count, repeats: 2, seed: 9)
        #expect(folds.splits.count == 2 * count)
        for repetition in 0..<2 {
            let own = folds.splits.filter { $0.repetition == repetition }
            #expect(own.flatMap(\.held).sorted() == Array(0..<203))
            for split in own {
                #expect((split.held + split.training).sorted() == Array(0..<203))
                let positives = split.held.reduce(0) { $0 + outcome[$1] }
                #expect(abs(positives - 29 / Double(count)) <= 1)
                #expect(abs(Double(split.held.count) - 203 / Double(count)) <= 1)
            }
        }
        #expect(folds.splits[0].held != folds.splits[count].held)
    }

    @Test func `The rule depends on the seed and on nothing else`() {
        let rows = Array(0..<203)
        let first = Folds.stratified(rows: rows, outcome: outcome, seed: 1)
        #expect(first == Folds.stratified(rows: rows.reversed().sorted(), outcome: outcome, seed: 1))
        #expect(first != Folds.stratified(rows: rows, outcome: outcome, seed: 2))
        // Written down once, so that a change of the rule does not go unnoticed.
        #expect(Array(first.splits[0].held.prefix(6)) == FoldsTests.written)
    }

    static let written = [1, 3, 13, 14, 15, 17]

    @Test func `Groups stay together and rows are spread`() {
        let groups = (0..<203).map { $0 / 4 }
        let folds = Folds.grouped(rows: Array(0..<203), groups: groups, outcome: outcome, count: 4, seed: 3)
        for split in folds.splits {
            #expect(Set(split.held.map { groups[$0] }).isDisjoint(with: split.training.map { groups[$0] }))
            #expect((40...62).contains(split.held.count))
        }
        #expect(folds.splits.flatMap(\.held).sorted() == Array(0..<203))
    }

    @Test func `Time-ordered folds learn from the past only and never split a day`() {
        let day = (0..<203).map { Double(($0 * 37) % 23) }
        let folds = Folds.timeOrdered(rows: Array(0..<203), order: day, count: 5)
        #expect(folds.splits.count == 5)
        for split in folds.splits {
            let latest = split.training.map { day[$0] }.max() ?? .infinity
            let earliest = split.held.map { day[$0] }.min() ?? -.infinity
            #expect(latest < earliest)
        }
        let same = Folds.timeOrdered(rows: Array(0..<10), order: [Double](repeating: 1, count: 10))
        #expect(same.splits.isEmpty)
    }

    @Test func `A start of the test period gives one split`() {
        let folds = Folds.timeOrdered(rows: [0, 1, 2, 3], order: [4, 1, 3, 2], testFrom: 3)
        #expect(folds.splits.map(\.training) == [[1, 3]])
        #expect(folds.splits.map(\.held) == [[0, 2]])
    }

    @Test func `Folds from outside are taken as they are`() {
        let folds = Folds.external(rows: [0, 1, 2, 3], columns: [[0, 1, nil, 1], [7, 7, 8, 8]])
        #expect(folds.splits.map(\.held) == [[0], [1, 3], [0, 1], [2, 3]])
        #expect(folds.splits.map(\.training) == [[1, 3], [0], [2, 3], [0, 1]])
        #expect(folds.splits.map(\.fold) == [0, 1, 7, 8])
    }

    @Test func `Copies of a record share a fold inside a training part`() {
        let numbers = (0..<100).map { Double($0 % 80) }
        let frame = Frame(rowCount: 100, columns: [Column(name: "x", values: .numeric(numbers))])
        let labels = (0..<100).map { Double(($0 % 80) % 2) }
        let folds = Resampling.stratified.folds(frame, rows: Array(0..<100), outcome: labels, count: 5, seed: 1)
        for split in folds.splits {
            for row in split.held where row < 20 { #expect(split.held.contains(row + 80)) }
        }
    }
}
