import Foundation
import Kernel
import Logging

extension House {
    /// Whether the store of documents answers; nothing to ask while it is the data folder.
    /// - Throws: ``BucketRefusal``, ``OutgoingRefusal``.
    package func checkDocumentStore() async throws {
        guard let bucket = fileCare.bucket else { return }
        try await BucketStore(bucket, folder: "documents", settings.http, now: world.now).check()
    }

    /// The one door for files from outside, before anything of them is kept: what the scanner refuses, or cannot look
    /// at, does not come in. Without a scanner everything does.
    /// - Parameter name: as the visitor calls the file; it is said to them and never logged.
    /// - Throws: ``FileScanRefusal``.
    package func admit(_ content: Data, named name: String) async throws {
        guard let scanner = fileCare.scanner else { return }
        switch await scanner.look(at: content) {
        case .clean: return
        case .refused:
            logger.warning("the scanner refused a file", metadata: ["bytes": "\(content.count)"])
            throw FileScanRefusal.refused(name)
        case .unknown(let why):
            logger.error("a file could not be scanned", metadata: ["why": "\(why)", "bytes": "\(content.count)"])
            throw FileScanRefusal.notScanned(name)
        }
    }

    /// Tells the administrator what a store left undone when the visitor's change stands all the same.
    /// - Parameter what: without personal data.
    package func noteFileFault(_ what: String, _ error: any Error) {
        let why = (error as? any Refusal)?.explanation.en ?? "\(type(of: error))"
        logger.error("\(what)", metadata: ["why": "\(why)"])
    }
}
