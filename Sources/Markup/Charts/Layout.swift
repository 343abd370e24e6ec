/// The two sizes every chart is drawn in. One is shown, by the width of the place it stands in, so that text is never
/// scaled below what can be read.
enum Layout: CaseIterable {
    case wide, narrow

    static let fontSize = 12.0
    static let smallSize = 11.0

    /// In units that are about one CSS pixel.
    var width: Double { self == .wide ? 720 : 360 }
}

/// A finished drawing before it is put in its frame.
struct Drawing {
    let width: Double
    let height: Double
    let content: HTML
    /// The drawing keeps its size and scrolls sideways where it does not fit.
    let keepsSize: Bool

    init(width: Double, height: Double, keepsSize: Bool = false, @HTMLBuilder content: () -> HTML) {
        self.width = width
        self.height = height
        self.keepsSize = keepsSize
        self.content = content()
    }
}
