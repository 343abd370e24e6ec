import SQL

/// Ascending ids as bytes: the step from each to the next, seven bits a byte.
enum SubjectCodec {
    static func bytes(_ subjects: [Int64]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(subjects.count * 2)
        var last: Int64 = 0
        for subject in subjects {
            var step = UInt64(bitPattern: subject &- last)
            while step >= 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: step) | 0x80)
                step >>= 7
            }
            bytes.append(UInt8(step))
            last = subject
        }
        return bytes
    }

    /// - Throws: ``SQLFault/damaged(_:)`` when the bytes end within an id.
    static func subjects(_ bytes: [UInt8]) throws -> [Int64] {
        var subjects: [Int64] = []
        subjects.reserveCapacity(bytes.count)
        var (last, step, shift): (Int64, UInt64, UInt64) = (0, 0, 0)
        for byte in bytes {
            step |= UInt64(byte & 0x7F) << shift
            shift += 7
            guard byte < 0x80 else { continue }
            last &+= Int64(bitPattern: step)
            subjects.append(last)
            (step, shift) = (0, 0)
        }
        guard shift == 0 else { throw SQLFault.damaged("snapshots") }
        return subjects
    }
}
