// Inside a line of text, and what opens in place.
// Names are the elements' own; each takes its attributes first and its content in braces.

public func a(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("a"), attributes, content)
}

public func abbr(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("abbr"), attributes, content)
}

public func b(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("b"), attributes, content)
}

public func bdi(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("bdi"), attributes, content)
}

public func code(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("code"), attributes, content)
}

public func em(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("em"), attributes, content)
}

public func kbd(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("kbd"), attributes, content)
}

public func mark(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("mark"), attributes, content)
}

public func output(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("output"), attributes, content)
}

public func q(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("q"), attributes, content)
}

public func s(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("s"), attributes, content)
}

public func samp(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("samp"), attributes, content)
}

public func small(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("small"), attributes, content)
}

public func span(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("span"), attributes, content)
}

public func strong(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("strong"), attributes, content)
}

public func sub(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("sub"), attributes, content)
}

public func sup(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("sup"), attributes, content)
}

public func time(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("time"), attributes, content)
}

public func details(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("details"), attributes, content)
}

public func summary(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .empty }) -> HTML {
    HTML(Tag("summary"), attributes, content)
}

public func br(_ attributes: Attribute...) -> HTML {
    HTML(Tag("br", .void), attributes) {}
}

public func hr(_ attributes: Attribute...) -> HTML {
    HTML(Tag("hr", .void), attributes) {}
}

public func img(_ attributes: Attribute...) -> HTML {
    HTML(Tag("img", .void), attributes) {}
}

public func wbr(_ attributes: Attribute...) -> HTML {
    HTML(Tag("wbr", .void), attributes) {}
}
