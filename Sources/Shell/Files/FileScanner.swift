import Foundation
import Kernel

/// A program that looks at a file before it is kept: it ends with 0 for a clean file and with 1 for one that must not be.
package struct FileScanner: Sendable {
    private let program: String
    private let arguments: [String]
    /// How long it may look, in seconds.
    package var patience = 60

    /// Looks block a thread; a few of its own.
    private static let lane = TransferLane("tenure.scan", width: 2)

    package enum Finding: Sendable, Hashable {
        case clean
        case refused
        /// Nobody knows; why, for the log.
        case unknown(String)
    }

    /// - Parameter command: the path of the program and its arguments, parted by blanks. No shell reads it; the path of
    ///   the file is added at the end.
    package init?(_ command: String) {
        let words = command.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let program = words.first, program.hasPrefix("/") else { return nil }
        self.program = program
        arguments = Array(words.dropFirst())
    }

    /// Shows the bytes to the program, in a file of its own that nobody else reads and that goes away.
    package func look(at content: Data) async -> Finding {
        await Self.lane.run { stop in
            do {
                let file = TemporaryFile()
                try file.write(content)
                // It lies there until the look is over.
                return withExtendedLifetime(file) {
                    ScannerRun(program, arguments + [file.path]).finding(within: patience, until: stop)
                }
            } catch {
                return .unknown("no temporary file")
            }
        }
    }
}
