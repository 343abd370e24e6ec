import Kernel

/// A piece of a page: text, an element, or a sequence of both.
///
/// Everything is escaped when it is rendered, so a value from a file or a person can be placed anywhere:
///
/// ```swift
/// div(.class("card"), .id("risk")) {
///     h2 { Phrase(zh: "离职风险", en: "Risk of leaving") }
///     if people.isEmpty { EmptyState(…) } else { for person in people { p { person.name } } }
/// }
/// ```
///
/// Words are `Phrase`s and stay in both languages until `bytes(in:)` picks one for the whole piece; no page can
/// mix languages. The only way past escaping is `trusted(_:)`, which takes text of this program's own source.
public struct HTML: Sendable {
    indirect enum Node: Sendable {
        case text(String)
        case phrase(Phrase)
        case trusted(StaticString)
        case element(Tag, [Attribute], HTML)
        case group([HTML])
        case perLanguage(@Sendable (Language) -> HTML)
        case written(any Written)
    }

    let node: Node

    init(node: Node) {
        self.node = node
    }

    /// Nothing at all.
    public static let empty = HTML(node: .group([]))

    /// Text as it is, in both languages: names, numbers, values of the user's file.
    public init(_ text: String) {
        node = .text(text)
    }

    /// Words in the language of the page.
    public init(_ phrase: Phrase) {
        node = .phrase(phrase)
    }

    /// Pieces one after the other, with nothing between them.
    public init(_ pieces: [HTML]) {
        node = .group(pieces)
    }

    /// A piece written with the builder, without an element around it.
    public init(@HTMLBuilder _ content: () -> HTML) {
        self = content()
    }

    /// An element by its tag; the element functions (`div`, `p`, `table` …) read better at most call sites.
    public init(_ tag: Tag, _ attributes: [Attribute], @HTMLBuilder _ content: () -> HTML) {
        node = .element(tag, attributes, content())
    }

    /// Markup of this program's own source, written out unescaped. A `StaticString` is fixed when the program is
    /// compiled, so nothing that comes from a file, a form or a database can pass through this door.
    public static func trusted(_ source: StaticString) -> HTML {
        HTML(node: .trusted(source))
    }

    /// A piece that differs by language in more than its words: number formats, order of parts, widths of labels.
    public static func perLanguage(@HTMLBuilder _ content: @escaping @Sendable (Language) -> HTML) -> HTML {
        HTML(node: .perLanguage(content))
    }

    /// Whether nothing would be written. A piece that is only known when it is written counts as
    /// something.
    public var isEmpty: Bool {
        switch node {
        case .text(let text): text.isEmpty
        case .phrase(let phrase): phrase.zh.isEmpty && phrase.en.isEmpty
        case .trusted(let source): source.utf8CodeUnitCount == 0
        case .element, .perLanguage, .written: false
        case .group(let pieces): pieces.allSatisfy(\.isEmpty)
        }
    }
}

/// Something that knows how to show itself: a chart, a form control, a notice. Parts stand directly in a builder.
public protocol Part: Sendable {
    var html: HTML { get }
}
