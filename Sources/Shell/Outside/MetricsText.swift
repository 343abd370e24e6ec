/// The rules of the text format: names, escapes, numbers.
/// Source: Prometheus, “Exposition formats”, text-based format, and “Metric names and labels”.
enum MetricsText {
    static func isName(_ text: String) -> Bool { isWord(text, with: "_:") }

    /// Two underscores at the start belong to Prometheus itself.
    static func isLabel(_ text: String) -> Bool { isWord(text, with: "_") && !text.hasPrefix("__") }

    private static func isWord(_ text: String, with marks: String) -> Bool {
        guard let first = text.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
            return false
        }
        return text.utf8.allSatisfy { $0.isAlphanumeric || marks.utf8.contains($0) }
    }

    /// In the order of their names, so that the same labels are the same series however they were given.
    static func labels(_ labels: Metrics.Labels) -> String {
        labels.sorted { $0.key < $1.key }
            .map { "\($0.key)=\"\(escaped($0.value).replacing("\"", with: "\\\""))\"" }.joined(separator: ",")
    }

    static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    }

    static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        if let whole = Int64(exactly: value) { return "\(whole)" }
        return "\(value)"
    }

    static func line(_ name: String, _ labels: String, _ value: String) -> String {
        labels.isEmpty ? "\(name) \(value)" : "\(name){\(labels)} \(value)"
    }
}
