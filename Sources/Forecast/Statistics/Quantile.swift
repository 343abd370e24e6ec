extension Array where Element == Double {
    /// The `share` quantile of a rising array by linear interpolation (type 7 of Hyndman and Fan 1996, as in R and NumPy).
    ///
    /// - Precondition: sorted upwards and not empty.
    func sortedQuantile(_ share: Double) -> Double {
        let position = share * Double(count - 1)
        let below = Int(position)
        guard below + 1 < count else { return self[count - 1] }
        return self[below] + (position - Double(below)) * (self[below + 1] - self[below])
    }
}
