extension Month {
    /// ISO 8601: `2023-12`.
    public var iso: String { Day.padded(year, 4) + "-" + Day.padded(monthOfYear, 2) }

    /// Reads `2023-12`, as machines write it.
    public init?(iso text: String) {
        guard let day = Day(iso: text + "-01") else { return nil }
        self.init(containing: day)
    }

    /// Reads `2023-12`, `2023/12`, `2023.12`, `202312`, `2023年12月`, `12/2023`, `Dec 2023`, as ``Day`` reads
    /// dates.
    ///
    /// - Throws: ``MonthRefusal``.
    public init(_ text: String) throws(MonthRefusal) {
        let narrow = text.narrowed
        let candidates: [String]
        if narrow.hasSuffix("月") {
            candidates = [narrow + "1日"]
        } else if narrow.utf8.count == 6, Int(narrow) != nil {
            candidates = [narrow + "01"]
        } else {
            candidates = ["-", "/", "."].map { narrow + $0 + "1" } + ["1 " + narrow]
        }
        // `12/2023` has no day to confuse the month with.
        let marks = narrow.filter { "-/.".contains($0) }
        for candidate in candidates + ["1" + marks + narrow] {
            if let day = try? Day(candidate, order: .dayFirst) {
                self.init(containing: day)
                return
            }
        }
        throw .unreadable(text)
    }

    /// `2023年12月`, `December 2023`.
    public var phrase: Phrase {
        Phrase(zh: "\(year)年\(monthOfYear)月", en: Self.names[monthOfYear - 1] + " \(year)")
    }

    private static let names = [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ]
}

extension Month: CustomStringConvertible {
    public var description: String { iso }
}

extension Month: Codable {
    /// ISO text.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let month = Month(iso: text) else { throw MonthRefusal.unreadable(text) }
        self = month
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}

/// Why a text is not a month.
public enum MonthRefusal: Refusal, Hashable {
    case unreadable(String)

    public var explanation: Phrase {
        switch self {
        case .unreadable(let text):
            Phrase(
                zh: "“\(text)”不是可识别的月份。请填写如 2023-12。",
                en: "“\(text)” is not a month. Write it like 2023-12.")
        }
    }
}
