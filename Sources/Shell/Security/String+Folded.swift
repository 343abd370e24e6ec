extension String {
    /// As somebody meant who typed it with another keyboard: lower case, full-width letters and digits as plain ones.
    var folded: [Character] {
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            let isWide = (0xFF01...0xFF5E).contains(scalar.value)
            scalars.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
        }
        return Array(String(scalars).lowercased())
    }
}
