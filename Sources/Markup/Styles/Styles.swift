import Kernel

/// The one stylesheet of all pages and reports, written by hand.
///
/// Classes belong to the parts of this module; a page that needs its own look needs its own part.
public enum Styles {
    /// The stylesheet as a file of the site.
    public static var css: String { source.string(in: .en) }

    static let source = HTML(
        [tokens, base, layout, forms, tables, parts, frame, list, record, report, charts, print].map {
            HTML.trusted($0)
        })
}
