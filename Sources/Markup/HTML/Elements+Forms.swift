// Forms; `Field` is the usual way to a control with its label, hint and problem.
// Names are the elements' own; each takes its attributes first and its content in braces.

public func form(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("form"), attributes, content)
}

public func fieldset(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("fieldset"), attributes, content)
}

public func legend(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("legend"), attributes, content)
}

public func label(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("label"), attributes, content)
}

public func select(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("select"), attributes, content)
}

public func optgroup(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("optgroup"), attributes, content)
}

public func option(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("option"), attributes, content)
}

public func textarea(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("textarea"), attributes, content)
}

public func button(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("button"), attributes, content)
}

public func datalist(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("datalist"), attributes, content)
}

public func progress(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("progress"), attributes, content)
}

public func meter(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("meter"), attributes, content)
}

public func input(_ attributes: Attribute...) -> HTML {
    HTML(Tag("input", .void), attributes) {}
}
