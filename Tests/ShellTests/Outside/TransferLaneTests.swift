import Foundation
import Synchronization
import Testing

@testable import Shell

@Suite struct TransferLaneTests {
    private final class Tally: Sendable {
        struct Counts {
            var now = 0
            var most = 0
            var done = 0
        }
        let counts = Mutex(Counts())

        func come() {
            counts.withLock { counts in
                counts.now += 1
                counts.most = max(counts.most, counts.now)
            }
        }

        func go() {
            counts.withLock { counts in
                counts.now -= 1
                counts.done += 1
            }
        }
    }

    @Test func neverWiderThanAsked() async {
        let lane = TransferLane("test", width: 3)
        let tally = Tally()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    await lane.run { _ in
                        tally.come()
                        Thread.sleep(forTimeInterval: 0.005)
                        tally.go()
                    }
                }
            }
        }
        #expect(tally.counts.withLock { 1...3 ~= $0.most })
        #expect(tally.counts.withLock { $0.done } == 40)
    }

    @Test func alreadyCancelledWorkFindsItsSwitchOff() async {
        let lane = TransferLane("test", width: 1)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await lane.run { $0.isStopped }
        }
        #expect(await task.value)
    }
}
