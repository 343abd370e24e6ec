import Analysis
import Foundation
import Kernel
import Markup
import Shell

/// Raw strings of the set-up form in, a request out.
enum SetupForm {
    static let fields = [
        FormField("outcome", .text(), Phrase(zh: "结果列与取值", en: "Outcome and its value"), isRequired: true),
        FormField("sheet", .text(), Phrase(zh: "工作表", en: "Sheet")),
        FormField(
            "approach", .choice(AnalysisRequest.Approach.allCases.map { Choice($0.rawValue, SetupPage.words($0)) }),
            Phrase(zh: "方法", en: "Method")),
        FormField("group", .text(), Phrase(zh: "同组的行不拆开", en: "Keep rows of one group together")),
        FormField("time", .text(), Phrase(zh: "按时间先后检验", en: "Test in order of time")),
        FormField("protected", .text(), Phrase(zh: "只用于公平性检查的列", en: "Only for the fairness table")),
        FormField("drop", .text(), Phrase(zh: "不使用的列", en: "Columns to leave out")),
    ]

    /// A target and its positive value as one choice of one field, so that the form works without a script. Percent-encoded, for
    /// either may hold any character.
    static func outcome(_ column: String, _ value: String) -> String {
        [column, value].map { $0.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
            .joined(separator: "=")
    }

    static func request(from fields: FormFields, previous: AnalysisRequest) -> AnalysisRequest {
        var request = AnalysisRequest()
        request.sheet = previous.sheet
        let halves = fields["outcome"]?.split(separator: "=").compactMap { $0.removingPercentEncoding }
        if let halves, halves.count == 2 { (request.target, request.positive) = (halves[0], halves[1]) }
        request.approach = fields["approach"].flatMap(AnalysisRequest.Approach.init) ?? .auto
        request.group = fields["group"]
        request.timeOrder = fields["time"]
        request.protected = fields.all("protected")
        request.drop = fields.all("drop")
        return request
    }
}
