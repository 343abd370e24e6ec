import Kernel
import SQL
import Testing

@testable import Shell

struct UndoTests {
    /// Random batches over a random database: undoing puts back what was.
    @Test(arguments: 0..<12)
    func undoIsExact(seed: Int) async throws {
        let sample = try await SampleHouse()
        defer { sample.remove() }
        _ = try await sample.run(try sample.file("0.csv", Self.sheet(seed, 0)))
        var states: [(String, ID<ImportBatch>)] = []
        for round in 1...3 {
            let before = try await sample.dump()
            let batch = try await sample.run(try sample.file("\(round).csv", Self.sheet(seed, round))).batch
            states.append((before, try #require(batch)))
        }
        for (before, batch) in states.reversed() {
            try await Importing.undo(batch, house: sample.house, viewer: sample.viewer)
            #expect(try await sample.dump() == before)
        }
    }

    private static func sheet(_ seed: Int, _ round: Int) -> String {
        var state = UInt64(seed * 97 + round * 31 + 1)
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var numbers = Array(0..<600)
        for index in numbers.indices { numbers.swapAt(index, next(600)) }
        let rows = numbers.prefix(100 + next(400)).map { number in
            "\(number),姓名\(next(30)),138\(10_000_000 + next(5)),部门\(next(12)),2020-01-\(10 + next(9)),\(next(100))"
        }
        return "工号,姓名,手机,部门,入职日期,基本工资\n" + rows.joined(separator: "\n")
    }

    @Test func aChangedRowStandsInTheWay() async throws {
        let sample = try await SampleHouse()
        defer { sample.remove() }
        let batch = try #require(
            try await sample.run(try sample.file("a.csv", "工号,姓名,部门,入职日期\n1,王芳,甲,2020-01-01\n2,李四,甲,2020-01-01\n"))
                .batch)
        try await sample.house.database.write { tx in
            try tx.execute("update sample_people set phone = '13800000000' where number = '1'")
        }
        let before = try await sample.dump()
        let refusal = await #expect(throws: ImportRefusal.self) {
            try await Importing.undo(batch, house: sample.house, viewer: sample.viewer)
        }
        #expect(refusal?.explanation.zh.contains("“人员”有 1 条记录在导入后被修改或删除（王芳）") == true)
        #expect(try await sample.dump() == before)
    }

    @Test func recordsThatStandOnItAreNamed() async throws {
        let sample = try await SampleHouse()
        defer { sample.remove() }
        let batch = try #require(try await sample.run(try sample.file("a.csv", "工号,姓名,部门\n1,王芳,甲\n")).batch)
        try await sample.house.database.write { tx in
            try tx.execute(
                """
                insert into sample_posts (person_id, from_day, unit_id)
                select p.id, '2024-01-01', u.id from sample_people p, sample_units u
                """)
        }
        let refusal = await #expect(throws: ImportRefusal.self) {
            try await Importing.undo(batch, house: sample.house, viewer: sample.viewer)
        }
        #expect(refusal?.explanation.zh.contains("有 1 条“任职”记录建立在本批次的“人员”之上") == true)
    }

    @Test func othersDoNotSeeABatch() async throws {
        let sample = try await SampleHouse()
        defer { sample.remove() }
        let batch = try #require(try await sample.run(try sample.file("a.csv", "工号,姓名\n1,王芳\n")).batch)
        await #expect(throws: Missing.self) {
            try await Importing.undo(batch, house: sample.house, viewer: sample.stranger)
        }
    }

    @Test func valuesSurviveTheCodec() throws {
        let rows: [[SQLValue]] = [
            [.integer(5), .text("王芳"), .null, .real(-0.5)],
            [.integer(-9), .text(""), .blob([0, 255]), .integer(.max)],
            [.integer(.min), .null, .integer(3), .integer(.min)],
        ]
        var writer = ValueWriter(width: 4)
        for value in rows.joined() { writer.add(value) }
        #expect(try ValueReader.rows(writer.bytes, width: 4) == rows)
        for end in 0..<writer.bytes.count { _ = try? ValueReader.rows(Array(writer.bytes[..<end]), width: 4) }
    }
}
