import Kernel

/// Rules in words, each with the share of its rows that had the outcome and how many rows it covers.
public struct RuleList: Part {
    public struct Rule: Sendable {
        public let conditions: Phrase
        public let share: Double
        public let covers: Phrase

        public init(_ conditions: Phrase, share: Double, covers: Phrase) {
            self.conditions = conditions
            self.share = share
            self.covers = covers
        }
    }

    public let rules: [Rule]

    public init(_ rules: [Rule]) {
        self.rules = rules
    }

    public var html: HTML {
        ul(.class("rules")) {
            for rule in rules {
                li {
                    strong(.class("number")) { NumberFormat.percent(0).phrase(rule.share) }
                    span {
                        rule.conditions
                        " "
                        span(.class("hint")) { rule.covers }
                    }
                }
            }
        }
    }
}
