extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isUppercaseLetter: Bool { (0x41...0x5A).contains(self) }
}

extension [UInt8] {
    /// The value of the decimal digits in a range of places.
    ///
    /// - Precondition: digits stand there, not more than eighteen.
    func number(_ places: Range<Int>) -> Int {
        self[places].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
