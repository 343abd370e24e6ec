import Dispatch
import Foundation
import Glibc

/// One look of the scanner. Blocks its thread until the program ends, its time is up or nobody waits any more.
struct ScannerRun {
    private let process = Process()
    private let name: String

    init(_ program: String, _ arguments: [String]) {
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        name = process.executableURL?.lastPathComponent ?? ""
        // What it prints names the file; nobody reads it. Secrets of our own environment are none of its affair.
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    }

    func finding(within seconds: Int, until stop: StopSwitch) -> FileScanner.Finding {
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        do { try process.run() } catch { return .unknown("\(name) cannot be started") }
        let deadline = ContinuousClock.now + .seconds(seconds)
        while ended.wait(timeout: .now() + .milliseconds(250)) == .timedOut {
            guard !stop.isStopped, ContinuousClock.now < deadline else {
                kill(process.processIdentifier, SIGKILL)
                _ = ended.wait(timeout: .now() + .seconds(5))
                return .unknown(stop.isStopped ? "nobody waits any more" : "\(name) took more than \(seconds) s")
            }
        }
        guard process.terminationReason == .exit else {
            return .unknown("\(name) was ended by signal \(process.terminationStatus)")
        }
        switch process.terminationStatus {
        case 0: return .clean
        case 1: return .refused
        case let status: return .unknown("\(name) ended with \(status)")
        }
    }
}
