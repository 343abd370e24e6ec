import Kernel

/// The text a rule comes from, named in every finding so that people can look it up.
package struct LawArticle: Hashable, Sendable {
    package let name: Phrase

    /// 劳动合同法: the Labour Contract Law, e.g. `.contractLaw("19")`, `.contractLaw("46(5)")`.
    package static func contractLaw(_ article: String) -> LawArticle {
        LawArticle(
            name: Phrase(zh: "《劳动合同法》第\(number(article))", en: "Labour Contract Law, art. \(article)"))
    }

    /// 劳动合同法实施条例: its Implementing Regulation of 2008 (State Council Order 535).
    package static func regulation(_ article: String) -> LawArticle {
        LawArticle(
            name: Phrase(
                zh: "《劳动合同法实施条例》第\(number(article))",
                en: "Implementing Regulation of the Labour Contract Law, art. \(article)"))
    }

    /// Any other text, as people cite it.
    package init(name: Phrase) { self.name = name }

    /// `46(5)` is 第46条第5项, `39(2)-(6)` 第39条第2至6项; several articles follow each other after commas.
    private static func number(_ articles: String) -> String {
        articles.split(separator: ",").map { article in
            let parts = article.split(separator: "(", maxSplits: 1)
            guard parts.count == 2 else { return "\(parts[0])条" }
            let items = parts[1].replacing(")-(", with: "至").replacing(")", with: "")
            return "\(parts[0])条第\(items)项"
        }.joined(separator: "、第")
    }
}

/// What a check of contracts found: a breach stops the step, a warning asks for attention.
package struct LawFinding: Hashable, Sendable {
    package enum Weight: String, Sendable, Hashable, Codable, Comparable {
        case warning
        case breach

        package static func < (left: Self, right: Self) -> Bool { left == .warning && right == .breach }
    }

    /// Stable, for storing and counting.
    package let code: String
    package let weight: Weight
    package let article: LawArticle
    /// What is wrong and what to do, without the article.
    package let sentence: Phrase

    /// The sentence with its article.
    package var explanation: Phrase {
        Phrase(
            zh: sentence.zh + "（" + article.name.zh + "）",
            en: sentence.en + " (" + article.name.en + ")")
    }
}

/// A step that the law forbids, with every breach found.
package struct LawRefusal: Refusal, Hashable {
    package let findings: [LawFinding]

    /// Nil when none of the findings is a breach.
    package init?(_ findings: [LawFinding]) {
        let breaches = findings.filter { $0.weight == .breach }
        guard !breaches.isEmpty else { return nil }
        self.findings = breaches
    }

    package var explanation: Phrase {
        Phrase(
            zh: findings.map(\.explanation.zh).joined(),
            en: findings.map(\.explanation.en).joined(separator: " "))
    }
}
