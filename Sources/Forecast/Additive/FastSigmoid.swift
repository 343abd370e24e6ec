/// The logistic function on eight numbers at a time, exact to about 1e-7: plain arithmetic only, so it gives the
/// same bits on every machine.
@inline(__always)
func sigmoid(_ x: SIMD8<Float>) -> SIMD8<Float> {
    var clamped = -x
    clamped.replace(with: -30, where: clamped .< -30)
    clamped.replace(with: 30, where: clamped .> 30)
    // e^x = 2^k · e^r with |r| ≤ ½ ln 2. Adding 1.5 · 2²³ rounds, and leaves k in the lowest bits.
    let rounding: Float = 12_582_912
    let shifted = clamped * 1.442_695_04 + rounding
    let k = shifted - rounding
    let r = (clamped - k * 0.693_359_375) - k * -2.121_944_4e-4
    var p = SIMD8<Float>(repeating: 1.987_569_15e-4)
    p = p * r + 1.398_199_95e-3
    p = p * r + 8.333_451_9e-3
    p = p * r + 4.166_579_6e-2
    p = p * r + 1.666_666_5e-1
    p = p * r + 0.5
    let e = p * r * r + r + 1
    let power = unsafeBitCast((unsafeBitCast(shifted, to: SIMD8<Int32>.self) &+ 127) &<< 23, to: SIMD8<Float>.self)
    return 1 / (1 + e * power)
}
