/// Mean and (unbiased) variance of some numbers.
struct Moments {
    var count: Double
    var mean: Double
    var variance: Double

    init(_ values: [Double]) {
        let size = Double(values.count)
        let average = values.reduce(0, +) / size
        count = size
        mean = average
        variance = values.reduce(0) { $0 + ($1 - average) * ($1 - average) } / (size - 1)
    }
}
