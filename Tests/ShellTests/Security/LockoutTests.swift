import Kernel
import Testing

@testable import Shell

struct LockoutTests {
    static let five = Lockout(free: 5)
    static let now = Instant(milliseconds: 1_800_000_000_000)

    /// Moments so many seconds before now; negative ones lie ahead.
    static func before(_ seconds: [Int]) -> [Instant] { seconds.map { now.adding(milliseconds: Int64(-$0 * 1000)) } }

    struct Case: Sendable {
        let failures: [Int]
        let standing: Lockout.Standing
        let why: String
    }

    /// The rule: five are free, then 2, 4, 8 … 900 seconds since the last one; 24 hours are looked at.
    static let cases: [Case] = [
        Case(failures: [], standing: .allowed, why: "no failure"),
        Case(failures: [0, 0, 0, 0], standing: .allowed, why: "four of five"),
        Case(failures: [0, 1, 2, 3, 4], standing: .wait(seconds: 2), why: "the fifth, just now"),
        Case(failures: [4, 3, 2, 1, 0], standing: .wait(seconds: 2), why: "in any order"),
        Case(failures: [1, 1, 2, 3, 4], standing: .wait(seconds: 1), why: "one of two seconds is over"),
        Case(failures: [2, 2, 2, 3, 4], standing: .allowed, why: "both are over"),
        Case(failures: Array(repeating: 0, count: 6), standing: .wait(seconds: 4), why: "the sixth"),
        Case(failures: Array(repeating: 0, count: 13), standing: .wait(seconds: 512), why: "the thirteenth"),
        Case(failures: Array(repeating: 0, count: 14), standing: .wait(seconds: 900), why: "the cap"),
        Case(failures: Array(repeating: 0, count: 5000), standing: .wait(seconds: 900), why: "never more than the cap"),
        Case(failures: Array(repeating: 899, count: 99), standing: .wait(seconds: 1), why: "the end of the cap"),
        Case(failures: Array(repeating: 900, count: 99), standing: .allowed, why: "after the cap"),
        Case(failures: Array(repeating: 86_400, count: 99) + [0], standing: .allowed, why: "a day old counts no more"),
        Case(failures: Array(repeating: 86_399, count: 5) + [0], standing: .wait(seconds: 4), why: "just under a day"),
        Case(
            failures: Array(repeating: -3600, count: 9), standing: .allowed, why: "clock set back: nobody waits for it"),
        Case(
            failures: [-3600, -3600, -3600, -3600, 0], standing: .wait(seconds: 2), why: "clock set back: they count"),
        Case(failures: Array(repeating: -9_000_000, count: 9) + [0], standing: .allowed, why: "far ahead: ignored"),
    ]

    @Test(arguments: cases)
    func standing(_ given: Case) {
        #expect(
            Self.five.standing(after: Self.before(given.failures), at: Self.now) == given.standing, "\(given.why)"
        )
    }

    @Test func theLatestFewDecide() {
        #expect(Self.five.depth == 15)
        for count in [15, 16, 500] {
            let all = Self.before(Array(repeating: 0, count: count))
            let few = Array(all.prefix(Self.five.depth))
            #expect(
                Self.five.standing(after: all, at: Self.now) == Self.five.standing(after: few, at: Self.now)
            )
        }
    }

    @Test func extremeMoments() {
        let ends = [Instant(milliseconds: .min), Instant(milliseconds: .max), Self.now]
        for now in ends {
            _ = Lockout(free: 0, longest: 0, window: 0).standing(after: ends + ends + ends, at: now)
            _ = Lockout(free: 20).standing(after: ends, at: now)
        }
    }

    @Test func theLongerOfTwoCounts() {
        #expect(Lockout.Standing.wait(seconds: 3).and(.wait(seconds: 8)) == .wait(seconds: 8))
        #expect(Lockout.Standing.allowed.and(.wait(seconds: 8)) == .wait(seconds: 8))
        #expect(Lockout.Standing.wait(seconds: 3).and(.allowed) == .wait(seconds: 3))
        #expect(Lockout.Standing.allowed.explanation == nil)
        #expect(Lockout.Standing.wait(seconds: 1).explanation?.en == "Too many failed attempts. Try again in 1 second.")
        #expect(Lockout.Standing.wait(seconds: 61).explanation?.zh == "登录失败次数过多。请在 2 分钟后再试。")
    }

    /// RFC 4291, section 2.5.4: a network of one customer is a /64.
    @Test(arguments: [
        ("198.51.100.7", "198.51.100.7"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:DB8:1:2::9", "2001:db8:1:2::/64"), ("::ffff:198.51.100.7", "198.51.100.7"),
        ("fe80::1%eth0", "fe80:0:0:0::/64"), ("", ""), ("nonsense", "nonsense"),
    ])
    func networks(address: String, name: String) {
        #expect(NetworkName.of(address) == name)
    }
}
