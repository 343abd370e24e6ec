import Kernel

/// How long somebody must wait after wrong passwords: a few attempts are free, then each failure doubles the wait.
///
/// Nobody is locked out for good, so an attacker cannot shut out the owner for longer than the cap.
package struct Lockout: Hashable, Sendable {
    package enum Standing: Hashable, Sendable {
        case allowed
        /// Whole seconds, rounded up.
        case wait(seconds: Int)
    }

    /// Failures without consequence.
    package let free: Int
    /// The longest wait, in seconds.
    package let longest: Int
    /// How long a failure counts, in seconds.
    package let window: Int

    package init(free: Int, longest: Int = 15 * 60, window: Int = 24 * 60 * 60) {
        self.free = max(1, free)
        self.longest = max(1, longest)
        self.window = max(1, window)
    }

    /// How many of the latest failures decide; more need not be loaded.
    package var depth: Int { free + (longest.bitWidth - (longest - 1).leadingZeroBitCount) }

    /// - Parameter failures: in any order.
    package func standing(after failures: [Instant], at now: Instant) -> Standing {
        let span = Int64(window) * 1000
        // After the clock was set back some failures lie ahead. They count, but nobody waits for the clock to reach them.
        let counted = failures.filter { now.distance(to: $0) > -span && now.distance(to: $0) <= span }
        guard counted.count >= free, let last = counted.filter({ $0 <= now }).max() else { return .allowed }
        let wait = delay(after: counted.count) * 1000 - last.distance(to: now)
        return wait > 0 ? .wait(seconds: Int((wait + 999) / 1000)) : .allowed
    }

    /// Seconds between this many failures and the next attempt: 2, 4, 8 … up to the cap.
    private func delay(after failures: Int) -> Int64 {
        let exponent = failures - free + 1
        return exponent >= 40 ? Int64(longest) : min(Int64(longest), 1 << Int64(exponent))
    }
}

extension Lockout.Standing {
    /// The longer of two waits: of the account and of the address.
    package func and(_ other: Self) -> Self {
        switch (self, other) {
        case (.wait(let left), .wait(let right)): .wait(seconds: max(left, right))
        case (.wait, .allowed): self
        case (.allowed, _): other
        }
    }

    /// The words for the sign-in page; nil when nothing is in the way. The same whether the account exists or not.
    package var explanation: Phrase? {
        guard case .wait(let seconds) = self else { return nil }
        let (minutes, isShort) = ((seconds + 59) / 60, seconds < 60)
        return Phrase(
            zh: "登录失败次数过多。请在 \(isShort ? "\(seconds) 秒" : "\(minutes) 分钟")后再试。",
            en: "Too many failed attempts. Try again in "
                + (isShort
                    ? "\(seconds) second\(seconds == 1 ? "" : "s")." : "\(minutes) minute\(minutes == 1 ? "" : "s").")
        )
    }
}
