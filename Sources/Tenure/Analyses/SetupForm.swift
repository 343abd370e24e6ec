import Analysis
import Foundation
import Shell

/// Raw strings of the set-up form in, a request out.
enum SetupForm {
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
