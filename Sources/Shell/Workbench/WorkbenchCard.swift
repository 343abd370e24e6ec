import Kernel
import SQL

/// What a room puts on the first page of a viewer. All cards are loaded in one read transaction.
///
/// ```swift
/// room.workbench = [
///     WorkbenchCard(needs: .readContracts) { asked, tx in
///         let ending = try Contracts.ending(within: 90, of: asked.today, as: asked.viewer, tx)
///         var part = WorkbenchPart()
///         part.figures = [WorkbenchFigure(…, ending, …)]
///         return part
///     }
/// ]
/// ```
package struct WorkbenchCard: Sendable {
    /// Who gets it; nil for everybody.
    let needs: Capability?
    /// At most one question beside what is kept between requests.
    let load: @Sendable (WorkbenchQuestion, Transaction) throws -> WorkbenchPart

    package init(
        needs: Capability? = nil, load: @escaping @Sendable (WorkbenchQuestion, Transaction) throws -> WorkbenchPart
    ) {
        (self.needs, self.load) = (needs, load)
    }
}

/// Whose first page, and when.
package struct WorkbenchQuestion: Sendable {
    package let viewer: Viewer
    package let today: Day
    package let house: House
}

/// One room's share of a first page; empty where it has nothing to say.
package struct WorkbenchPart: Codable, Sendable {
    /// What asks for something, beside the inbox.
    package var needs: [WorkbenchNeed] = []
    /// Few, each with its reason.
    package var figures: [WorkbenchFigure] = []
    /// How the most important figure went.
    package var trend: WorkbenchTrend?
    package var changes: [WorkbenchChange] = []
    /// Where this viewer often goes.
    package var links: [WorkbenchLink] = []

    package init() {}
}

/// Something to do, with its one action.
package struct WorkbenchNeed: Codable, Sendable {
    package let title: Phrase
    package let detail: Phrase?
    package let due: Day?
    package let isUrgent: Bool
    package let action: WorkbenchLink

    package init(
        _ title: Phrase, detail: Phrase? = nil, due: Day? = nil, isUrgent: Bool = false, action: WorkbenchLink
    ) {
        (self.title, self.detail, self.due, self.isUrgent, self.action) = (title, detail, due, isUrgent, action)
    }
}

/// A figure that explains itself.
package struct WorkbenchFigure: Codable, Sendable {
    package let code: String
    package let name: Phrase
    package let value: Int
    /// How it is counted, in words.
    package let formula: Phrase
    package let asOf: Day
    /// The list behind it.
    package let target: String?

    /// Under the value, where it needs a word.
    package var note: Phrase?

    package init(_ code: String, _ name: Phrase, _ value: Int, formula: Phrase, asOf: Day, target: String? = nil) {
        (self.code, self.name, self.value) = (code, name, value)
        (self.formula, self.asOf, self.target) = (formula, asOf, target)
    }
}

/// A figure over the last months.
package struct WorkbenchTrend: Codable, Sendable {
    package let name: Phrase
    package let months: [Month]
    package let values: [Int]

    package init(_ name: Phrase, months: [Month], values: [Int]) {
        (self.name, self.months, self.values) = (name, months, values)
    }
}

/// Something that happened, with the list of it.
package struct WorkbenchChange: Codable, Sendable {
    package let when: Phrase
    package let words: Phrase
    package let target: String?

    package init(_ when: Phrase, _ words: Phrase, target: String? = nil) {
        (self.when, self.words, self.target) = (when, words, target)
    }
}

package struct WorkbenchLink: Codable, Sendable {
    package let words: Phrase
    package let target: String

    package init(_ words: Phrase, _ target: String) {
        (self.words, self.target) = (words, target)
    }
}
