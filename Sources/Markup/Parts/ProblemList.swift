import Kernel

/// All problems of a form at its top, each a link to its field.
public struct ProblemList: Part {
    public struct Problem: Sendable {
        public let fieldID: String
        public let words: Phrase

        public init(_ fieldID: String, _ words: Phrase) {
            self.fieldID = fieldID
            self.words = words
        }
    }

    public let problems: [Problem]

    public init(_ problems: [Problem]) {
        self.problems = problems
    }

    /// The problems of fields as they are shown.
    public init(of fields: [Field]) {
        problems = fields.compactMap { field in field.problem.map { Problem(field.id, $0) } }
    }

    public var html: HTML {
        if problems.isEmpty { return .empty }
        return div(.class("notice", "bad"), .role("alert"), .id("problems"), .tabindex(-1)) {
            p(.class("notice-title")) { Words.problems(problems.count) }
            ul {
                for problem in problems { li { a(.href(URLText("#" + problem.fieldID))) { problem.words } } }
            }
        }
    }
}
