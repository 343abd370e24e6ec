/// Where secrets come from: so many bytes nobody can foresee. `World.randomBytes` is one.
package typealias RandomBytes = (Int) -> [UInt8]

/// The randomness of the system, fit for keys.
enum SystemRandom {
    static func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 7)
        while bytes.count < count { withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0) } }
        return Array(bytes.prefix(count))
    }
}
