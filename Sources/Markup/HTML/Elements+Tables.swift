// Tables; `DataTable` is the usual way to one.
// Names are the elements' own; each takes its attributes first and its content in braces.

public func table(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("table"), attributes, content)
}

public func caption(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("caption"), attributes, content)
}

public func colgroup(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("colgroup"), attributes, content)
}

public func thead(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("thead"), attributes, content)
}

public func tbody(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("tbody"), attributes, content)
}

public func tfoot(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("tfoot"), attributes, content)
}

public func tr(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("tr"), attributes, content)
}

public func th(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("th"), attributes, content)
}

public func td(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("td"), attributes, content)
}

public func col(_ attributes: Attribute...) -> HTML {
    HTML(Tag("col", .void), attributes) {}
}
