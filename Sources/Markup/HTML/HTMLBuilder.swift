import Kernel

/// Collects pieces into one `HTML`. Takes elements, parts, strings, phrases, arrays and optionals, with `if`, `else`,
/// `switch` and `for`.
@resultBuilder
public enum HTMLBuilder {
    public static func buildExpression(_ html: HTML) -> HTML { html }
    public static func buildExpression(_ text: String) -> HTML { HTML(text) }
    public static func buildExpression(_ phrase: Phrase) -> HTML { HTML(phrase) }
    public static func buildExpression(_ part: some Part) -> HTML { part.html }
    public static func buildExpression(_ part: (some Part)?) -> HTML { part?.html ?? .empty }
    public static func buildExpression(_ pieces: [HTML]) -> HTML { HTML(pieces) }
    public static func buildExpression(_ html: HTML?) -> HTML { html ?? .empty }
    public static func buildExpression(_ text: String?) -> HTML { text.map { HTML($0) } ?? .empty }
    public static func buildExpression(_ phrase: Phrase?) -> HTML { phrase.map { HTML($0) } ?? .empty }

    public static func buildBlock() -> HTML { .empty }
    public static func buildBlock(_ only: HTML) -> HTML { only }
    public static func buildBlock(_ pieces: HTML...) -> HTML { HTML(pieces) }
    public static func buildOptional(_ html: HTML?) -> HTML { html ?? .empty }
    public static func buildEither(first html: HTML) -> HTML { html }
    public static func buildEither(second html: HTML) -> HTML { html }
    public static func buildArray(_ pieces: [HTML]) -> HTML { HTML(pieces) }
    public static func buildLimitedAvailability(_ html: HTML) -> HTML { html }
}
