/// A decimal number as written: `digits × 10^-places`. Read exactly, never through a binary fraction.
struct DecimalText {
    var digits: Int128
    var places: Int

    /// Reads `1234.5`, `-1,234.50`, `(1,234.50)`, `+3`, `.5`, in full-width digits too.
    ///
    /// Commas are only taken as thousands marks in groups of three. Nil for anything else and for more than
    /// thirty digits.
    init?(_ text: some StringProtocol) {
        var bytes = Array(text.utf8)[...]
        var negative = false
        if bytes.first == UInt8(ascii: "("), bytes.last == UInt8(ascii: ")"), bytes.count > 2 {
            bytes = bytes.dropFirst().dropLast()
            negative = true
        } else if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            bytes = bytes.dropFirst()
            negative = sign == UInt8(ascii: "-")
        }
        guard let (digits, places) = Self.unsigned(bytes) else { return nil }
        self.digits = negative ? -digits : digits
        self.places = places
    }

    private static func unsigned(_ bytes: ArraySlice<UInt8>) -> (digits: Int128, places: Int)? {
        var digits: Int128 = 0
        var read = 0
        var places: Int?
        var sinceComma: Int?
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits = digits * 10 + Int128(byte - UInt8(ascii: "0"))
                read += 1
                if let count = places { places = count + 1 } else if let count = sinceComma { sinceComma = count + 1 }
            case UInt8(ascii: ","):
                guard places == nil, sinceComma.map({ $0 == 3 }) ?? (1...3).contains(read) else { return nil }
                sinceComma = 0
            case UInt8(ascii: "."):
                guard places == nil, sinceComma ?? 3 == 3 else { return nil }
                places = 0
            default: return nil
            }
            if read > 30 { return nil }
        }
        guard read > 0, places != nil || sinceComma ?? 3 == 3 else { return nil }
        return (digits, places ?? 0)
    }

    /// The number in units of `10^-places`, exact if it fits, rounded if a rule is given; nil otherwise.
    func units(places target: Int, rounding: Rounding?) -> Int128? {
        if target >= places {
            let (scaled, overflow) = digits.multipliedReportingOverflow(by: .powerOfTen(target - places))
            return overflow ? nil : scaled
        }
        let divisor = Int128.powerOfTen(places - target)
        if let rounding { return rounding.quotient(digits, divisor) }
        return digits % divisor == 0 ? digits / divisor : nil
    }
}

extension Int128 {
    /// 10 to the power of a small, non-negative exponent.
    static func powerOfTen(_ exponent: Int) -> Int128 {
        var power: Int128 = 1
        for _ in 0..<exponent { power *= 10 }
        return power
    }
}

extension FixedWidthInteger where Self: UnsignedInteger {
    /// The digits with a mark after every group of three, counted from the right.
    func grouped(by mark: Character = ",") -> String {
        let digits = Array(String(self))
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(mark) }
            text.append(digit)
        }
        return text
    }
}
