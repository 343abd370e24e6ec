import Kernel

/// One section of a report, which the list of contents can point at.
public struct ReportSection: Part {
    public let id: String
    public let title: Phrase
    /// The one sentence a reader in a hurry takes from this section.
    public let lead: Phrase?
    public let content: HTML

    public init(id: String, title: Phrase, lead: Phrase? = nil, @HTMLBuilder content: () -> HTML) {
        self.id = id
        self.title = title
        self.lead = lead
        self.content = content()
    }

    public var html: HTML {
        section(.id(id), .class("section"), .aria("labelledby", id + "-title")) {
            h2(.id(id + "-title")) { title }
            if let lead { p(.class("lead")) { lead } }
            content
        }
    }
}

/// The sections of a report with a list of contents before them.
public struct Report: Part {
    public let sections: [ReportSection]

    public init(_ sections: [ReportSection]) {
        self.sections = sections
    }

    public var html: HTML {
        div(.class("report")) {
            nav(.class("contents"), .aria("label", Words.contents)) {
                ol {
                    for section in sections { li { a(.href(URLText("#" + section.id))) { section.title } } }
                }
            }
            div(.class("sections")) {
                for section in sections { section }
            }
        }
    }
}
