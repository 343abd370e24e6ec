import Testing

@testable import Retention

struct ColumnCodecTests {
    @Test(arguments: [1, 3, 200, 300, 5_000, 70_000]) func valuesComeBackAsTheyWere(_ kinds: Int) throws {
        var dice = SystemRandomNumberGenerator()
        let list = (0..<kinds).map { _ in Float.random(in: -1e6...1e6, using: &dice) }
        let values = (0..<20_000).map { _ in
            Int.random(in: 0..<10, using: &dice) == 0 ? Float.nan : list.randomElement(using: &dice) ?? 0
        }
        let read = try ColumnCodec.values(ColumnCodec.bytes(values), count: values.count)
        #expect(zip(values, read).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN })
    }

    @Test func fewKindsCostAByteEach() {
        let values = (0..<100_000).map { Float($0 % 120) }
        #expect(ColumnCodec.bytes(values).count < 101_000)
    }

    @Test func nothingIsNothing() throws {
        #expect(try ColumnCodec.values(ColumnCodec.bytes([]), count: 0) == [])
        #expect(try SubjectCodec.subjects(SubjectCodec.bytes([])) == [])
    }

    @Test func bytesOfAnotherLengthAreRefused() {
        let bytes = ColumnCodec.bytes([1, 2, 3])
        #expect(throws: (any Error).self) { try ColumnCodec.values(bytes, count: 4) }
        #expect(throws: (any Error).self) { try ColumnCodec.values(Array(bytes.dropLast()), count: 3) }
        #expect(throws: (any Error).self) { try ColumnCodec.values([], count: 0) }
        #expect(throws: (any Error).self) { try SubjectCodec.subjects([0x80]) }
    }

    @Test func idsComeBackAsTheyWere() throws {
        let ids: [Int64] = [1, 2, 3, 200, 40_000, 40_001, 9_000_000_000]
        #expect(try SubjectCodec.subjects(SubjectCodec.bytes(ids)) == ids)
    }
}
