import Foundation

/// Whether the long tests run: `TENURE_FULL=1`.
enum FullRun {
    static let isOn = ProcessInfo.processInfo.environment["TENURE_FULL"] == "1"
}
