/// The middle of many numbers without sorting them (Hoare's selection, O(n) on average).
enum Median {
    /// Nil for no numbers; the mean of the two middle ones for an even count. No NaN allowed.
    static func of(_ numbers: [Double]) -> Double? {
        guard !numbers.isEmpty else { return nil }
        var numbers = numbers
        let middle = numbers.count / 2
        return numbers.withUnsafeMutableBufferPointer { values in
            select(values, middle)
            guard values.count.isMultiple(of: 2) else { return values[middle] }
            return ((values[..<middle].max() ?? values[middle]) + values[middle]) / 2
        }
    }

    /// Puts the number of rank `rank` in its place, smaller ones before it and larger ones behind.
    private static func select(_ values: UnsafeMutableBufferPointer<Double>, _ rank: Int) {
        var (low, high) = (0, values.count - 1)
        while low < high {
            let (first, centre, last) = (values[low], values[(low + high) / 2], values[high])
            let pivot = max(min(first, centre), min(max(first, centre), last))
            var (left, right) = (low, high)
            while left <= right {
                while values[left] < pivot { left += 1 }
                while values[right] > pivot { right -= 1 }
                if left <= right {
                    values.swapAt(left, right)
                    left += 1
                    right -= 1
                }
            }
            if rank <= right { high = right } else if rank >= left { low = left } else { return }
        }
    }
}
