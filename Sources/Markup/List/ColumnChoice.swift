import Kernel

/// Which columns a list shows: tick boxes behind a button; the choice ends up in the URL.
public struct ColumnChoice: Part {
    public let target: URLText
    public let name: String
    public let choices: [Choice]
    public let chosen: Set<String>
    /// Filters and order the list keeps.
    public let hidden: [HiddenField]

    public init(
        _ target: URLText, name: String = "columns", choices: [Choice], chosen: Set<String>,
        hidden: [HiddenField] = []
    ) {
        self.target = target
        self.name = name
        self.choices = choices
        self.chosen = chosen
        self.hidden = hidden
    }

    public var html: HTML {
        details(.class("menu", "column-choice")) {
            summary(.class("button")) {
                Icon.columns
                Words.columns
            }
            form(.class("panel"), .method(.get), .action(target)) {
                for field in hidden { field }
                fieldset {
                    legend(.class("unseen")) { Words.columns }
                    for choice in choices {
                        label(.class("choice")) {
                            input(
                                .type("checkbox"), .name(name), .value(choice.value),
                                .checked(chosen.contains(choice.value)))
                            span { choice.label }
                        }
                    }
                }
                button(.type("submit"), .class("primary")) { Words.apply }
            }
        }
    }
}
