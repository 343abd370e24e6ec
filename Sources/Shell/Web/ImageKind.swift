import Foundation

/// An image every browser shows, told by how its bytes begin and not by its name. Drawings that can hold scripts are none.
package enum ImageKind: String, Sendable, CaseIterable {
    case png
    case jpeg
    case webp

    /// Sources: PNG (ISO/IEC 15948) § 5.2, JPEG (ITU-T T.81) Annex B, WebP container (RFC 9649 § 2).
    package init?(of content: Data) {
        let bytes = Array(content.prefix(12))
        if bytes.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) {
            self = .png
        } else if bytes.starts(with: [0xff, 0xd8, 0xff]) {
            self = .jpeg
        } else if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).elementsEqual(Array("WEBP".utf8)) {
            self = .webp
        } else {
            return nil
        }
    }

    package var mediaType: String { "image/\(rawValue)" }
}
