import Kernel

/// A bucket of an S3-compatible store, and what opens it.
package struct Bucket: Sendable {
    /// `https://minio.example.com`, without a path.
    package let address: String
    package let name: String
    /// Before every key, with a slash at its end; empty for none.
    package let prefix: String
    package let region: String
    package let key: String
    package let secret: Redacted<String>

    /// - Parameter place: `s3://bucket/prefix`.
    package init?(_ place: String, at address: String, region: String, key: String, secret: String) {
        guard let (name, prefix) = Self.parts(of: place) else { return nil }
        self.name = name
        self.prefix = prefix
        self.address = address.hasSuffix("/") ? String(address.dropLast()) : address
        self.region = region
        self.key = key
        self.secret = Redacted(secret)
    }

    /// Nil while documents lie under the data folder.
    init?(_ configuration: Configuration) {
        guard let place = configuration.text("document_store"), place != Self.folder,
            let address = configuration.text("document_store_address"),
            let region = configuration.text("document_store_region"),
            let key = configuration.text("document_store_key"),
            let secret = configuration.text("document_store_secret")
        else { return nil }
        self.init(place, at: address, region: region, key: key, secret: secret)
    }

    /// What the configuration calls the data folder.
    static let folder = "folder"

    /// Bucket and prefix. Both hold only what no part of the way to the store writes in two ways: letters, digits,
    /// `-`, `_` and dots, and no step upwards.
    static func parts(of place: String) -> (name: String, prefix: String)? {
        guard place.hasPrefix("s3://") else { return nil }
        let words = place.dropFirst(5).split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let steps = words.last == "" ? words.dropLast() : words[...]
        guard let name = steps.first, (3...63).contains(name.utf8.count), steps.allSatisfy(isStep) else { return nil }
        return (name, steps.dropFirst().map { $0 + "/" }.joined())
    }

    private static func isStep(_ text: String) -> Bool {
        !text.isEmpty && text != "." && text != ".."
            && text.utf8.allSatisfy { byte in
                BucketSignature.unreserved.contains(byte) && byte != UInt8(ascii: "~")
            }
    }
}
