import Kernel

/// The one stylesheet of all pages and reports.
public enum Styles {
    /// The stylesheet as a file of the site.
    public static var css: String { source.string(in: .en) }

    static let source = HTML([HTML.trusted("")])
}
