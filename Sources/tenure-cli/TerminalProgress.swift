import Foundation
import Kernel

/// One line on a terminal that says how far the work is; silent for the first two seconds and away from terminals.
final class TerminalProgress: @unchecked Sendable {
    private let language: Language
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let started = ContinuousClock.now
    private let lock = NSLock()
    private var isShown = false
    private var lastShown = ContinuousClock.now

    init(language: Language) { self.language = language }

    func show(_ share: Double, _ step: Phrase) {
        let now = ContinuousClock.now
        guard isTerminal, now - started > .seconds(2) else { return }
        lock.withLock {
            guard !isShown || now - lastShown > .milliseconds(100) else { return }
            isShown = true
            lastShown = now
            let filled = Int(max(0, min(1, share)) * 24)
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
            write("\r\u{1B}[K\(bar) \(Int(share * 100)) % \(step[language])")
        }
    }

    /// Clears the line.
    func finish() {
        lock.withLock {
            if isShown { write("\r\u{1B}[K") }
            isShown = false
        }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
