import Kernel
import Markup

extension QRCode {
    /// Modules of light around the symbol (ISO/IEC 18004, section 6.3.8).
    private static let quiet = 4

    /// The symbol as SVG, black on white in every colour scheme, because scanners expect it so.
    /// - Parameter label: what scanning it does, for those who do not see it.
    package func svg(_ label: Phrase) -> HTML {
        let size = String(side + 2 * Self.quiet)
        let pixels = String((side + 2 * Self.quiet) * 4)
        // Markup has no open list of SVG elements. These pieces of source hold only digits and an escaped label.
        return HTML([
            .trusted("<svg class=\"qr-code\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "),
            HTML(size), .trusted(" "), HTML(size), .trusted("\" width=\""), HTML(pixels), .trusted("\" height=\""),
            HTML(pixels), .trusted("\" shape-rendering=\"crispEdges\" aria-label=\""), HTML(label),
            .trusted("\"><path fill=\"#fff\" d=\"M0 0h"), HTML(size), .trusted("v"), HTML(size), .trusted("h-"),
            HTML(size), .trusted("z\"/><path fill=\"#000\" d=\""), HTML(path), .trusted("\"/></svg>"),
        ])
    }

    /// One rectangle for every run of dark modules in a row.
    private var path: String {
        var path = ""
        for row in 0..<side {
            var column = 0
            while column < side {
                guard self[row, column] else {
                    column += 1
                    continue
                }
                let start = column
                while column < side, self[row, column] { column += 1 }
                let length = column - start
                path += "M\(start + Self.quiet) \(row + Self.quiet)h\(length)v1h-\(length)z"
            }
        }
        return path
    }
}
