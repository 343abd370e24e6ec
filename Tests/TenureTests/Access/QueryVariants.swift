import Foundation
import Markup
import Shell

/// Ways to ask the same page, so that no column, order or search shows what the plain page hides.
enum QueryVariants {
    static func all(of route: Route, _ records: Records, _ visitor: Asker) -> [String] {
        route.query.flatMap { field -> [String] in
            switch field.kind {
            case .choice(let choices), .choices(let choices):
                choices.filter { !$0.value.isEmpty }.map { "\(field.name)=\(encoded($0.value))" }
            case .flag: ["\(field.name)=yes"]
            case .day: ["\(field.name)=2026-01-15"]
            case .record:
                ["\(field.name)=\(field.name.contains("unit") ? records.unit : records.colleague(of: visitor))"]
            default: []
            }
        } + together(route)
    }

    /// Every choice of the fields that take several.
    private static func together(_ route: Route) -> [String] {
        route.query.compactMap { field in
            guard case .choices(let choices) = field.kind else { return nil }
            return choices.map { "\(field.name)=\(encoded($0.value))" }.joined(separator: "&")
        }
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
