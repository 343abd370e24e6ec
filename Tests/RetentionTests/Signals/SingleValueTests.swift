import SQL
import Testing

@testable import Retention

struct SingleValueTests {
    /// Few different values, many, and more than a list pays for.
    @Test(arguments: [3, 300, 5_000]) func oneValueIsThatOfTheColumn(_ different: Int) throws {
        let values = (0..<6_000).map { $0.isMultiple(of: 7) ? Float.nan : Float($0 % different) * 0.5 }
        let bytes = ColumnCodec.bytes(values)
        let all = try ColumnCodec.values(bytes, count: values.count)
        for place in stride(from: 0, to: values.count, by: 13) {
            let one = try ColumnCodec.value(at: place, of: values.count, in: bytes)
            #expect(one == all[place] || (one.isNaN && all[place].isNaN))
        }
        #expect(throws: SQLFault.self) { try ColumnCodec.value(at: 0, of: values.count - 1, in: bytes) }
        #expect(throws: SQLFault.self) { try ColumnCodec.value(at: values.count, of: values.count, in: bytes) }
    }
}
