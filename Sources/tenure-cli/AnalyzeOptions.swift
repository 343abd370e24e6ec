import Analysis
import ArgumentParser
import Foundation
import Kernel

struct QuestionOptions: ParsableArguments {
    @Option(help: "Outcome column.") var target: String?
    @Option(help: "The value of the outcome that means “left”.") var positive: String?
    @Option(help: "Sheet of a workbook.") var sheet: String?
    @Option(help: "Time to event: column with the time observed.") var duration: String?
    @Option(help: "Time to event: column that says whether the event happened.") var event: String?
    @Option(help: "The value of --event that means it happened.") var eventPositive: String?
    @Option(help: "Effect: column that says who was treated.") var treatment: String?
    @Option(help: "Effect: the value that means “treated”.") var treated: String?
    @Option(help: "Effect: the value to compare with (needed when there are more than two values).")
    var control: String?

    func fill(_ request: inout AnalysisRequest) {
        request.target = target
        request.positive = positive
        request.sheet = sheet
        request.duration = duration
        request.event = event
        request.eventPositive = eventPositive
        request.treatment = treatment
        request.treated = treated
        request.control = control
    }
}

struct FactOptions: ParsableArguments {
    @Option(help: "Columns to leave out: a,b,…") var drop: NameList?
    @Option(help: "Columns to use although the hygiene report would drop them: a,b,…") var keep: NameList?
    @Option(help: "Whole-number columns that are codes: a,b,…") var categorical: NameList?
    @Option(name: .customLong("protected"), help: "Columns for the fairness table only, never facts: a,b,…")
    var protectedColumns: NameList?

    func fill(_ request: inout AnalysisRequest) {
        request.drop = drop?.names ?? []
        request.keep = keep?.names ?? []
        request.categorical = categorical?.names ?? []
        request.protected = protectedColumns?.names ?? []
    }
}

struct TestingOptions: ParsableArguments {
    @Option(help: "auto, logistic, tree, additive or boosted.") var model: AnalysisRequest.Approach = .auto
    @Option(help: "Rows of one group stay in one fold.") var group: String?
    @Option(help: "Earlier rows predict later ones: a day or number column.") var timeOrder: String?
    @Option(help: "With --time-order: rows from this value on are the test.") var testFrom: String?
    @Option(help: "Folds per repeat.") var folds = 5
    @Option(help: "Repeats (default: 5 up to 5,000 rows, 2 up to 20,000, 1 beyond).") var repeats: Int?
    @Option(help: "Seed of everything random.") var seed: UInt64 = 1
    @Option(help: "Columns with fold numbers, each one repeat: a,b,…") var foldColumn: NameList?

    func fill(_ request: inout AnalysisRequest) {
        request.approach = model
        request.group = group
        request.timeOrder = timeOrder
        request.testFrom = testFrom
        request.folds = folds
        request.repeats = repeats
        request.seed = seed
        request.foldColumns = foldColumn?.names ?? []
    }
}

struct OutputOptions: ParsableArguments {
    @Option(help: "zh or en (default: from the environment).") var language: Language = .ofEnvironment
    @Option(help: "Write held-out predictions as CSV.") var predictions: String?
    @Option(help: "Write everything found as JSON.") var json: String?
    @Option(help: "Write a self-contained, printable HTML report.") var report: String?
    @Option(help: "Write the risk list as a workbook.") var xlsx: String?
    @Option(help: "Save the fitted model.") var save: String?
    @Option(help: "Score the file with a saved model instead of learning.") var load: String?
}

extension Language {
    /// `LC_ALL`, `LC_MESSAGES` or `LANG`; English when none of them is Chinese.
    static var ofEnvironment: Language {
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        return locale.lowercased().hasPrefix("zh") ? .zh : .en
    }
}
