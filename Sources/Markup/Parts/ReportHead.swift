import Kernel

/// How a report opens: what it is of, the one thing to remember as the page's heading, and what follows from it.
public struct ReportHead: Part {
    public let subject: Phrase
    public let headline: Phrase
    public let points: [Phrase]

    public init(subject: Phrase, headline: Phrase, points: [Phrase] = []) {
        self.subject = subject
        self.headline = headline
        self.points = points
    }

    public var html: HTML {
        header(.class("report-head")) {
            p(.class("hint")) { subject }
            h1 { headline }
            if !points.isEmpty { ul { for point in points { li { point } } } }
        }
    }
}
