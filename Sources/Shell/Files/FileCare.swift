import Kernel

/// What the administrator of the machine decided about files that come in: where documents lie, and who looks at every
/// file before it is kept.
package struct FileCare: Sendable {
    /// Nil: under the data folder.
    package var bucket: Bucket?
    /// Nil: nobody.
    package var scanner: FileScanner?

    package init(bucket: Bucket? = nil, scanner: FileScanner? = nil) {
        self.bucket = bucket
        self.scanner = scanner
    }

    package init(_ configuration: Configuration) {
        bucket = Bucket(configuration)
        scanner = configuration.text("document_scan").flatMap { FileScanner($0) }
    }
}
