import Kernel

// MARK: Any element

extension Attribute {
    public static func `class`(_ names: String...) -> Attribute {
        Attribute("class", names.filter { !$0.isEmpty }.joined(separator: " "))
    }

    public static func `class`(_ name: String) -> Attribute { Attribute("class", name) }

    public static func id(_ id: String) -> Attribute { Attribute("id", id) }
    public static func title(_ words: Phrase) -> Attribute { Attribute("title", words) }
    public static func lang(_ language: Language) -> Attribute {
        Attribute("lang", language == .zh ? "zh-CN" : "en")
    }
    public static func role(_ role: String) -> Attribute { Attribute("role", role) }
    public static func hidden(_ isHidden: Bool = true) -> Attribute { Attribute("hidden", isPresent: isHidden) }
    public static func tabindex(_ index: Int) -> Attribute { Attribute("tabindex", String(index)) }

    /// `aria-…`. The name is written without its beginning: `.aria("label", words)`.
    public static func aria(_ name: StaticString, _ value: String) -> Attribute {
        Attribute(name, .text(value), family: "aria-")
    }

    public static func aria(_ name: StaticString, _ words: Phrase) -> Attribute {
        Attribute(name, .phrase(words), family: "aria-")
    }

    /// `data-…`, for the page's script. The name is written without its beginning.
    public static func data(_ name: StaticString, _ value: String = "") -> Attribute {
        Attribute(name, .text(value), family: "data-")
    }

    public static func data(_ name: StaticString, _ words: Phrase) -> Attribute {
        Attribute(name, .phrase(words), family: "data-")
    }
}

// MARK: Links, pictures, time

extension Attribute {
    public static func href(_ target: URLText) -> Attribute { Attribute("href", target.text) }
    public static func src(_ source: URLText) -> Attribute { Attribute("src", source.text) }
    public static func alt(_ words: Phrase) -> Attribute { Attribute("alt", words) }
    public static func rel(_ relation: String) -> Attribute { Attribute("rel", relation) }
    public static func download(_ fileName: String) -> Attribute { Attribute("download", fileName) }
    public static func datetime(_ moment: String) -> Attribute { Attribute("datetime", moment) }
    public static func width(_ pixels: Int) -> Attribute { Attribute("width", String(pixels)) }
    public static func height(_ pixels: Int) -> Attribute { Attribute("height", String(pixels)) }
    public static func open(_ isOpen: Bool = true) -> Attribute { Attribute("open", isPresent: isOpen) }
}

// MARK: Tables

extension Attribute {
    public enum Scope: String, Sendable {
        case col, row, colgroup, rowgroup
    }

    public static func scope(_ scope: Scope) -> Attribute { Attribute("scope", scope.rawValue) }
    public static func colspan(_ columns: Int) -> Attribute { Attribute("colspan", String(columns)) }
    public static func rowspan(_ rows: Int) -> Attribute { Attribute("rowspan", String(rows)) }
}

// MARK: Forms

extension Attribute {
    public enum Method: String, Sendable {
        case get, post
        /// Closes the dialog the form stands in; nothing is sent.
        case dialog
    }

    public static func action(_ target: URLText) -> Attribute { Attribute("action", target.text) }
    public static func formaction(_ target: URLText) -> Attribute { Attribute("formaction", target.text) }
    public static func method(_ method: Method) -> Attribute { Attribute("method", method.rawValue) }
    /// For forms that carry a file.
    public static var multipart: Attribute { Attribute("enctype", "multipart/form-data") }
    public static func name(_ name: String) -> Attribute { Attribute("name", name) }
    public static func value(_ value: String) -> Attribute { Attribute("value", value) }
    /// The heading of a group of options.
    public static func labelText(_ text: String) -> Attribute { Attribute("label", text) }
    public static func type(_ type: String) -> Attribute { Attribute("type", type) }
    public static func `for`(_ id: String) -> Attribute { Attribute("for", id) }
    public static func placeholder(_ words: Phrase) -> Attribute { Attribute("placeholder", words) }
    public static func autocomplete(_ kind: String) -> Attribute { Attribute("autocomplete", kind) }
    public static func inputmode(_ mode: String) -> Attribute { Attribute("inputmode", mode) }
    public static func accept(_ kinds: String) -> Attribute { Attribute("accept", kinds) }
    public static func pattern(_ pattern: String) -> Attribute { Attribute("pattern", pattern) }
    public static func min(_ value: String?) -> Attribute { Attribute("min", value) }
    public static func max(_ value: String?) -> Attribute { Attribute("max", value) }
    public static func step(_ value: String?) -> Attribute { Attribute("step", value) }
    public static func rows(_ count: Int) -> Attribute { Attribute("rows", String(count)) }
    public static func required(_ isRequired: Bool = true) -> Attribute {
        Attribute("required", isPresent: isRequired)
    }
    public static func checked(_ isChecked: Bool = true) -> Attribute { Attribute("checked", isPresent: isChecked) }
    public static func selected(_ isSelected: Bool = true) -> Attribute {
        Attribute("selected", isPresent: isSelected)
    }
    public static func disabled(_ isDisabled: Bool = true) -> Attribute {
        Attribute("disabled", isPresent: isDisabled)
    }
    public static func multiple(_ isMultiple: Bool = true) -> Attribute {
        Attribute("multiple", isPresent: isMultiple)
    }
    public static func autofocus(_ isFocused: Bool = true) -> Attribute {
        Attribute("autofocus", isPresent: isFocused)
    }
}
