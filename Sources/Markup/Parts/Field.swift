import Kernel

/// One question of a form: label above, hint below it, problem at the field, what was typed kept.
public struct Field: Part {
    /// Also the `name` under which the form sends it, unless `name` says otherwise.
    public let id: String
    public let name: String
    public let label: Phrase
    public let hint: Phrase?
    /// Why what was typed cannot be used, and what to write instead.
    public let problem: Phrase?
    public let isRequired: Bool
    public let control: Control
    /// What the browser may fill in: the tokens of HTML's `autocomplete`. For texts.
    public let autocomplete: String?

    public init(
        id: String, name: String? = nil, label: Phrase, hint: Phrase? = nil, problem: Phrase? = nil,
        isRequired: Bool = false, control: Control, autocomplete: String? = nil
    ) {
        self.id = id
        self.name = name ?? id
        self.label = label
        self.hint = hint
        self.problem = problem
        self.isRequired = isRequired
        self.control = control
        self.autocomplete = autocomplete
    }

    public var html: HTML {
        switch control {
        case .radios(let choices, let chosen): group(choices, chosen: [chosen], type: "radio")
        case .checkboxes(let choices, let chosen): group(choices, chosen: chosen, type: "checkbox")
        case .checkbox(let isOn):
            div(.class("field", "single", problem == nil ? "" : "invalid")) {
                Markup.label(.class("choice")) {
                    input(
                        .type("checkbox"), .id(id), .name(name), .value("yes"), .checked(isOn), .required(isRequired),
                        describedBy, invalid)
                    span { label }
                }
                notes
            }
        default:
            div(.class("field", problem == nil ? "" : "invalid")) {
                Markup.label(.for(id)) { heading }
                notes
                widget
            }
        }
    }

    @HTMLBuilder private var heading: HTML {
        label
        if !isRequired { span(.class("optional")) { Words.optional } }
    }

    @HTMLBuilder private var notes: HTML {
        if let hint { p(.class("hint"), .id(id + "-hint")) { hint } }
        if let problem { p(.class("problem"), .id(id + "-problem")) { problem } }
    }

    private var describedBy: Attribute {
        let ids = (hint == nil ? [] : [id + "-hint"]) + (problem == nil ? [] : [id + "-problem"])
        return .aria("describedby", ids.joined(separator: " ")).when(!ids.isEmpty)
    }

    private var invalid: Attribute { .aria("invalid", "true").when(problem != nil) }

    @HTMLBuilder private var widget: HTML {
        switch control {
        case .text(let value, let kind):
            input(
                .type(kind.rawValue), .id(id), .name(name), .value(value), Attribute("autocomplete", autocomplete),
                .required(isRequired), describedBy, invalid)
        case .number(let value, let minimum, let maximum, let step):
            input(
                .type("number"), .inputmode("decimal"), .id(id), .name(name), .value(value), .min(minimum),
                .max(maximum), .step(step), .required(isRequired), describedBy, invalid)
        case .day(let value):
            input(
                .type("text"), .class("day"), .id(id), .name(name), .value(value), .placeholder(Words.dayExample),
                .autocomplete("off"), .required(isRequired), describedBy, invalid)
            if let day = try? Day(value) {
                p(.class("hint", "reading")) {
                    "= "; DayLabel(day)
                }
            }
        case .money(let value):
            div(.class("with-unit")) {
                input(
                    .type("text"), .inputmode("decimal"), .id(id), .name(name), .value(value),
                    .autocomplete("off"), .required(isRequired), describedBy, invalid)
                span(.class("unit")) { Words.yuan }
            }
        case .lines(let value, let rows):
            textarea(.id(id), .name(name), .rows(rows), .required(isRequired), describedBy, invalid) { value }
        case .select(let choices, let chosen):
            Markup.select(.id(id), .name(name), .required(isRequired), describedBy, invalid) {
                for choice in choices {
                    option(.value(choice.value), .selected(choice.value == chosen)) { choice.label }
                }
            }
        case .file(let accept, let multiple):
            div(.class("drop"), .data("drop")) {
                input(
                    .type("file"), .id(id), .name(name), .accept(accept), .multiple(multiple), .required(isRequired),
                    describedBy, invalid)
            }
        case .checkbox, .radios, .checkboxes: HTML.empty
        }
    }

    private func group(_ choices: [Choice], chosen: [String], type: String) -> HTML {
        fieldset(.id(id), .tabindex(-1), .class("field", problem == nil ? "" : "invalid"), describedBy) {
            legend { heading }
            notes
            for (index, choice) in choices.enumerated() {
                Markup.label(.class("choice")) {
                    input(
                        .type(type), .id("\(id)-\(index + 1)"), .name(name), .value(choice.value),
                        .checked(chosen.contains(choice.value)), .required(isRequired && type == "radio"))
                    span {
                        choice.label
                        if let hint = choice.hint { span(.class("hint")) { hint } }
                    }
                }
            }
        }
    }
}

/// What a field is answered with. Values are the raw text that was sent, so that a refused form comes back as typed.
public enum Control: Sendable {
    public enum TextKind: String, Sendable {
        case text, email, tel, url, search, date, month, password
    }

    case text(_ value: String, kind: TextKind = .text)
    case number(_ value: String, min: String? = nil, max: String? = nil, step: String? = nil)
    /// A day, typed in any form that `Day(_:order:)` reads; what was understood stands below with its weekday.
    case day(_ value: String)
    /// An amount in yuan, typed in any form that `Money(_:rounding:)` reads.
    case money(_ value: String)
    case lines(_ value: String, rows: Int = 4)
    case select(_ choices: [Choice], chosen: String)
    case checkbox(isOn: Bool)
    case radios(_ choices: [Choice], chosen: String)
    case checkboxes(_ choices: [Choice], chosen: [String])
    /// `accept` as in HTML: ".csv,.xlsx". With script, a file can also be dropped on it.
    case file(accept: String, multiple: Bool = false)
}

public struct Choice: Sendable {
    public let value: String
    public let label: Phrase
    public let hint: Phrase?

    public init(_ value: String, _ label: Phrase, hint: Phrase? = nil) {
        self.value = value
        self.label = label
        self.hint = hint
    }
}
