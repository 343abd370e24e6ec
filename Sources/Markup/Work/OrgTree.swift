import Kernel

/// Units below units, each with its head and headcount; branches open and close without script.
public struct OrgTree: Part {
    public struct Head: Sendable {
        public let name: String
        public let target: URLText?

        public init(_ name: String, target: URLText? = nil) {
            self.name = name
            self.target = target
        }
    }

    public struct Unit: Sendable {
        public let name: String
        /// Company, branch, department, team.
        public let kind: Phrase?
        public let head: Head?
        /// People in the unit and all units below it.
        public let headcount: Int
        public let target: URLText?
        /// Anything to be noted: vacancies, a change ahead.
        public let note: Phrase?
        public let units: [Unit]
        public let isOpen: Bool
        /// Where the units below are, when they are left out of this page, and how many.
        public let rest: (count: Int, target: URLText)?

        public init(
            _ name: String, kind: Phrase? = nil, head: Head? = nil, headcount: Int, target: URLText? = nil,
            note: Phrase? = nil, units: [Unit] = [], isOpen: Bool = false, rest: (count: Int, target: URLText)? = nil
        ) {
            self.name = name
            self.kind = kind
            self.head = head
            self.headcount = headcount
            self.target = target
            self.note = note
            self.units = units
            self.isOpen = isOpen
            self.rest = rest
        }
    }

    public let label: Phrase
    public let roots: [Unit]

    public init(_ roots: [Unit], label: Phrase) {
        self.roots = roots
        self.label = label
    }

    public var html: HTML {
        div(.class("org")) {
            div(.class("actions", "needs-script")) {
                button(.type("button"), .class("quiet"), .data("unfold", "open")) { Words.unfoldAll }
                button(.type("button"), .class("quiet"), .data("unfold", "close")) { Words.foldAll }
            }
            nav(.aria("label", label)) { list(roots) }
        }
    }

    private func list(_ units: [Unit]) -> HTML {
        ul { for unit in units { li { branch(unit) } } }
    }

    @HTMLBuilder private func branch(_ unit: Unit) -> HTML {
        div(.class("org-unit")) { line(unit) }
        if !unit.units.isEmpty || unit.rest != nil {
            // Beside the line, not around it: a summary may not hold links.
            details(.open(unit.isOpen)) {
                summary { span(.class("unseen")) { Words.unitsBelow(unit.name) } }
                if !unit.units.isEmpty { list(unit.units) }
                if let rest = unit.rest {
                    p(.class("org-rest")) { a(.href(rest.target)) { Words.underUnits(rest.count) } }
                }
            }
        }
    }

    @HTMLBuilder private func line(_ unit: Unit) -> HTML {
        span(.class("org-name")) {
            if let target = unit.target { a(.href(target)) { unit.name } } else { unit.name }
            if let kind = unit.kind { " "; span(.class("hint")) { kind } }
        }
        " "
        span(.class("org-head")) {
            if let head = unit.head {
                PersonChip(head.name, target: head.target)
            } else {
                span(.class("hint")) { Words.noHead }
            }
        }
        " "
        span(.class("org-count")) { Words.people(unit.headcount) }
        if let note = unit.note { " "; span(.class("org-note", "hint")) { note } }
    }
}
