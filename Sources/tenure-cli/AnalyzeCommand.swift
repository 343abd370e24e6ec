import Analysis
import ArgumentParser
import Foundation
import Kernel
import Sheets

struct AnalyzeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Read a spreadsheet and say who may leave. 读一张表，说明谁可能离开。",
        discussion: """
            Without --target an outcome column is proposed (离职, Attrition, Churn, left …). The text goes to standard output; \
            --json, --predictions, --report and --xlsx write files.
            """)

    @Argument(help: "A .csv, .csv.gz or .xlsx file.")
    var file: String

    @OptionGroup(title: "What to predict") var question: QuestionOptions
    @OptionGroup(title: "What to learn from") var facts: FactOptions
    @OptionGroup(title: "How it is tested") var testing: TestingOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func run() throws {
        do {
            try AnalyzeRun(file: file, request: request(), output: output).run()
        } catch let refusal as any Refusal {
            FileHandle.standardError.write(Data("tenure: \(refusal.explanation[output.language])\n".utf8))
            throw ExitCode(2)
        }
    }

    func validate() throws {
        if output.load != nil, output.save != nil { throw ValidationError("--save and --load exclude each other.") }
    }

    private func request() -> AnalysisRequest {
        var request = AnalysisRequest()
        question.fill(&request)
        facts.fill(&request)
        testing.fill(&request)
        return request
    }
}

/// `a,b,…` as it is typed on a command line.
struct NameList: ExpressibleByArgument {
    var names: [String]

    init(argument: String) {
        names = argument.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}

extension AnalysisRequest.Approach: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
