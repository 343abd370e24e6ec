import Kernel

/// One question of a filter bar.
public struct Filter: Part {
    enum Kind: Sendable {
        case select([Choice], chosen: String)
        case day(String)
        case text(String)
    }

    let name: String
    let label: Phrase
    let kind: Kind

    /// One of several; the first choice with an empty value means all.
    public static func select(_ name: String, _ label: Phrase, _ choices: [Choice], chosen: String) -> Filter {
        Filter(name: name, label: label, kind: .select(choices, chosen: chosen))
    }

    /// A day in any form that `Day(_:order:)` reads; without a label it is the day the list is asked for.
    public static func day(_ name: String, _ label: Phrase? = nil, _ text: String) -> Filter {
        Filter(name: name, label: label ?? Words.asOfDay, kind: .day(text))
    }

    public static func text(_ name: String, _ label: Phrase, _ text: String) -> Filter {
        Filter(name: name, label: label, kind: .text(text))
    }

    public var html: HTML {
        let id = "filter-" + name
        return div(.class("filter")) {
            Markup.label(.for(id)) { label }
            switch kind {
            case .select(let choices, let chosen):
                Markup.select(.id(id), .name(name), .class("set").when(!chosen.isEmpty)) {
                    for choice in choices {
                        option(.value(choice.value), .selected(choice.value == chosen)) { choice.label }
                    }
                }
            case .day(let text):
                input(
                    .type("text"), .class("day"), .id(id), .name(name), .value(text), .placeholder(Words.dayExample),
                    .autocomplete("off"))
            case .text(let text):
                input(.type("text"), .id(id), .name(name), .value(text), .autocomplete("off"))
            }
        }
    }
}
