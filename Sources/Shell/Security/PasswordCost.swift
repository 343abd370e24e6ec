/// What one guess costs: the parameters of scrypt (RFC 7914, section 2).
package struct PasswordCost: Hashable, Sendable {
    /// The base-2 logarithm of N.
    package let logRounds: Int
    package let blockSize: Int
    package let parallelism: Int

    /// N = 2^15, r = 8, p = 1: 32 MiB and a good part of a tenth of a second.
    package static let standard = PasswordCost(unchecked: 15, 8, 1)

    /// nil for parameters that are worthless, that would let a forged record use up the server's memory (more than 256
    /// MiB), or that the library cannot compute.
    package init?(logRounds: Int, blockSize: Int, parallelism: Int) {
        guard (1...20).contains(logRounds), (1...16).contains(blockSize), (1...16).contains(parallelism),
            128 * blockSize << logRounds <= 256 << 20,
            // N < 2^(128 r / 8), RFC 7914 section 2.
            logRounds < 16 * blockSize
        else { return nil }
        self.init(unchecked: logRounds, blockSize, parallelism)
    }

    private init(unchecked logRounds: Int, _ blockSize: Int, _ parallelism: Int) {
        self.logRounds = logRounds
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// Whether any of the three is less than the other's.
    package func isWeaker(than other: PasswordCost) -> Bool {
        logRounds < other.logRounds || blockSize < other.blockSize || parallelism < other.parallelism
    }
}
