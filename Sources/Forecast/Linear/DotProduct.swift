/// Σ aᵢ·bᵢ in eight running sums: a fixed order, so the result is the same on every machine.
@inline(__always)
func dotProduct(_ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ count: Int) -> Double {
    var sums = SIMD8<Double>.zero
    var index = 0
    while index + 8 <= count {
        sums +=
            UnsafeRawPointer(a + index).loadUnaligned(as: SIMD8<Double>.self)
            * UnsafeRawPointer(b + index).loadUnaligned(as: SIMD8<Double>.self)
        index += 8
    }
    var rest = 0.0
    while index < count {
        rest += a[index] * b[index]
        index += 1
    }
    return sums.sum() + rest
}
