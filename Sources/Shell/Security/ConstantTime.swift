/// Comparing secrets without telling by the time taken where they differ.
enum ConstantTime {
    /// Whether both are the same. Only the lengths, which are no secret, decide early.
    @inline(never)
    static func equal(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        var difference: UInt8 = 0
        for (a, b) in zip(left, right) { difference |= a ^ b }
        return difference == 0
    }
}
