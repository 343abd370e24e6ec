import Analysis

/// Raw strings of the set-up form in, a request out.
enum SetupForm {
    static func request(from fields: FormFields, previous: AnalysisRequest) -> AnalysisRequest {
        var request = AnalysisRequest()
        request.sheet = previous.sheet
        if let halves = fields["outcome"]?.split(separator: "\u{1F}", maxSplits: 1), halves.count == 2 {
            request.target = String(halves[0])
            request.positive = String(halves[1])
        }
        request.approach = fields["approach"].flatMap(AnalysisRequest.Approach.init) ?? .auto
        request.group = fields["group"]
        request.timeOrder = fields["time"]
        request.protected = fields.all("protected")
        request.drop = fields.all("drop")
        return request
    }
}
