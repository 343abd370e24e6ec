#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Plain ASCII numbers, `[+-]digits[.digits][e[+-]digits]`, read to the nearest double.
///
/// Three exact ways, fastest first: Clinger's (both mantissa and power of ten are exact doubles), one 128-by-64-bit
/// division with a sticky remainder (mantissa below 2^64, ten digits or so more than Clinger covers), and `strtod`.
enum DecimalScanner {
    struct Plain {
        var value: Double
        /// No point and no exponent.
        var isWhole: Bool
        /// An identifier rather than a quantity: leading zero, 15 digits or more, or "+" and ten digits (a phone).
        var isCode: Bool
        var end: UnsafePointer<UInt8>
    }

    @inline(__always)
    static func scan(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Plain? {
        var cursor = start
        var negative = false
        var plus = false
        if cursor < end {
            let first = cursor.pointee
            if first == 0x2D || first == 0x2B {
                negative = first == 0x2D
                plus = !negative
                cursor += 1
            }
        }
        let firstDigit = cursor
        var mantissa: UInt64 = 0
        while cursor < end {
            let digit = cursor.pointee &- 0x30
            if digit > 9 { break }
            mantissa = mantissa &* 10 &+ UInt64(digit)
            cursor += 1
        }
        let wholeDigits = cursor - firstDigit
        var fraction = 0
        var isWhole = true
        if cursor < end, cursor.pointee == 0x2E {
            isWhole = false
            cursor += 1
            let firstFraction = cursor
            while cursor < end {
                let digit = cursor.pointee &- 0x30
                if digit > 9 { break }
                mantissa = mantissa &* 10 &+ UInt64(digit)
                cursor += 1
            }
            fraction = cursor - firstFraction
        }
        let digits = wholeDigits + fraction
        if digits == 0 { return nil }
        var exponent = 0
        if cursor < end, cursor.pointee | 0x20 == 0x65 {
            var ahead = cursor + 1
            var down = false
            if ahead < end, ahead.pointee == 0x2D || ahead.pointee == 0x2B {
                down = ahead.pointee == 0x2D
                ahead += 1
            }
            let firstExponent = ahead
            while ahead < end {
                let digit = ahead.pointee &- 0x30
                if digit > 9 { break }
                exponent = min(exponent * 10 + Int(digit), 100_000)
                ahead += 1
            }
            if ahead > firstExponent {
                if down { exponent = -exponent }
                isWhole = false
                cursor = ahead
            } else {
                exponent = 0
            }
        }
        let value =
            digits <= 19
            ? nearest(mantissa, exponent - fraction) ?? standard(firstDigit, cursor) : standard(firstDigit, cursor)
        let isCode =
            isWhole && (wholeDigits >= 15 || plus && wholeDigits >= 10 || wholeDigits > 1 && firstDigit.pointee == 0x30)
        return Plain(value: negative ? -value : value, isWhole: isWhole, isCode: isCode, end: cursor)
    }

    /// mantissa × 10^power, or nil when none of the exact ways reaches it.
    @inline(__always)
    private static func nearest(_ mantissa: UInt64, _ power: Int) -> Double? {
        if mantissa <= 1 << 53 {
            if power == 0 { return Double(mantissa) }
            if power < 0, power >= -22 { return Double(mantissa) / powersOfTen[-power] }
            if power > 0, power <= 22 { return Double(mantissa) * powersOfTen[power] }
        } else {
            if power == 0 { return Double(mantissa) }
            if power < 0, power >= -19 { return quotient(mantissa, by: wholePowersOfTen[-power]) }
        }
        return mantissa == 0 ? 0 : nil
    }

    /// mantissa / divisor to the nearest double, ties to even. Both are above zero.
    private static func quotient(_ mantissa: UInt64, by divisor: UInt64) -> Double {
        let up = mantissa.leadingZeroBitCount
        let down = divisor.leadingZeroBitCount
        let top = mantissa << UInt64(up)
        let bottom = divisor << UInt64(down)
        let wide = top >= bottom
        // The quotient then has its highest bit set, and the remainder tells whether it is exact.
        let (bits, rest) = bottom.dividingFullWidth(
            wide ? (high: top >> 1, low: top << 63) : (high: top, low: 0))
        var rounded = bits >> 11
        let tail = bits & 0x7FF
        if tail > 0x400 || tail == 0x400 && (rest != 0 || rounded & 1 == 1) { rounded += 1 }
        let exponent = (wide ? -63 : -64) + down - up + 11
        // Adding (not or-ing) lets a carry out of the significand raise the exponent.
        return Double(bitPattern: UInt64(exponent + 52 + 1023) << 52 + (rounded - 1 << 52))
    }

    /// The C library's conversion, for long or far-out numbers.
    @inline(never)
    private static func standard(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Double {
        let length = end - start
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: length + 1) { text in
            for index in 0..<length { text[index] = CChar(bitPattern: start[index]) }
            text[length] = 0
            return text.baseAddress.map { strtod($0, nil) } ?? .nan
        }
    }

    /// Kept for the life of the program: a raw pointer spares the bounds and uniqueness checks of an array.
    nonisolated(unsafe) private static let powersOfTen: UnsafePointer<Double> = {
        let table = UnsafeMutablePointer<Double>.allocate(capacity: 23)
        var power: UInt64 = 1
        for index in 0...22 {
            // 10^20…10^22 are exact doubles though not 64-bit integers.
            table[index] = index <= 19 ? Double(power) : table[index - 1] * 10
            if index < 19 { power *= 10 }
        }
        return UnsafePointer(table)
    }()

    nonisolated(unsafe) private static let wholePowersOfTen: UnsafePointer<UInt64> = {
        let table = UnsafeMutablePointer<UInt64>.allocate(capacity: 20)
        table[0] = 1
        for index in 1...19 { table[index] = table[index - 1] * 10 }
        return UnsafePointer(table)
    }()
}
