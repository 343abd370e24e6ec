import Kernel

/// The facts of a record, names and values in two columns.
public struct KeyValueList: Part {
    public enum Value: Sendable {
        case known(HTML)
        /// "—", and why it is not known.
        case unknown(Phrase)
        /// There is a value, which this reader may not see.
        case hidden(Phrase?)

        public static func text(_ text: String) -> Value { .known(HTML(text)) }
        public static func words(_ words: Phrase) -> Value { .known(HTML(words)) }
        public static func day(_ day: Day) -> Value { .known(DayLabel(day).html) }
        public static func money(_ amount: Money) -> Value { .known(MoneyLabel(amount).html) }
        public static func part(_ part: some Part) -> Value { .known(part.html) }
    }

    public struct Entry: Sendable {
        public let name: Phrase
        public let value: Value

        public init(_ name: Phrase, _ value: Value) {
            self.name = name
            self.value = value
        }

        /// The value if there is one, else "—" with the reason.
        public init(_ name: Phrase, _ text: String?, unknown: Phrase) {
            self.init(name, text.map { .text($0) } ?? .unknown(unknown))
        }
    }

    public let entries: [Entry]

    public init(_ entries: [Entry]) {
        self.entries = entries
    }

    public var html: HTML {
        dl(.class("facts", "pairs")) {
            for entry in entries {
                div {
                    dt { entry.name }
                    dd { content(entry.value) }
                }
            }
        }
    }

    @HTMLBuilder private func content(_ value: Value) -> HTML {
        switch value {
        case .known(let html): html
        case .unknown(let reason):
            span(.class("unknown")) { NumberFormat.unknown }
            " "
            span(.class("hint")) { reason }
        case .hidden(let reason): MaskedValue(reason: reason)
        }
    }
}
