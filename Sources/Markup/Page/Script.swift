import Kernel

/// The one script of all pages and reports. Pages are complete without it.
public enum Script {
    /// The script as a file of the site.
    public static var javascript: String { source.string(in: .en) }

    static let source = HTML([HTML.trusted("")])
}
