/// Error correction of QR symbols: arithmetic in GF(2^8) modulo x^8 + x^4 + x^3 + x^2 + 1 (ISO/IEC 18004, section 7.5).
enum ReedSolomon {
    static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var (result, factor) = (0, Int(left))
        for bit in 0..<8 {
            if right >> bit & 1 == 1 { result ^= factor }
            factor <<= 1
            if factor > 0xFF { factor ^= 0x11D }
        }
        return UInt8(result)
    }

    /// The coefficients of (x - 1)(x - 2)(x - 4)… after the leading 1.
    static func generator(degree: Int) -> [UInt8] {
        var polynomial = [UInt8](repeating: 0, count: degree - 1) + [1]
        var root: UInt8 = 1
        for _ in 0..<degree {
            for index in polynomial.indices {
                polynomial[index] = product(polynomial[index], root)
                if index + 1 < degree { polynomial[index] ^= polynomial[index + 1] }
            }
            root = product(root, 2)
        }
        return polynomial
    }

    /// The code words that correct these data.
    static func remainder(_ data: some Sequence<UInt8>, generator: [UInt8]) -> [UInt8] {
        var remainder = [UInt8](repeating: 0, count: generator.count)
        for byte in data {
            let factor = byte ^ remainder.removeFirst()
            remainder.append(0)
            for index in generator.indices { remainder[index] ^= product(generator[index], factor) }
        }
        return remainder
    }
}
