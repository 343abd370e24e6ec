import Kernel
import Testing

@testable import Shell

struct PasswordPolicyTests {
    static func refusal(_ text: String, names: [String] = ["zhangwenjing", "wenjing.zhang@example.com", "S00417"])
        -> PasswordRefusal?
    {
        do {
            try PasswordPolicy.check(Password(text), names: names)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        "", "short", "123456789", "密码密码密码密码密",
    ])
    func tooShort(text: String) { #expect(Self.refusal(text) == .tooShort(10)) }

    @Test(arguments: [
        "password1234", "Password123!", "P@ssw0rd2024", "football2024!", "!!dragon1988", "qwertyuiop", "iloveyou520",
        "woaini5201314", "Woaini1314!", "administrator", "ｐａｓｓｗｏｒｄ１２３", "letmein2025!!", "manchester",
        "zhongguo2024", "M1ch@el1990", "woaiwojia123",
    ])
    func common(text: String) { #expect(Self.refusal(text) == .common) }

    @Test(arguments: [
        "1234567890", "0987654321", "aaaaaaaaaa", "1111111111", "abababababab", "asdfghjkl;'", "1qaz2wsx3edc",
        "!QAZ@WSX3edc", "qwer1234asdf", "112233445566", "a1b2c3d4e5f6", "5201314520", "52013141314",
        "147258369147258369",
        "13145201314520", "abcdefghijklm", "zyxwvutsrq", "你你你你你你你你你你", "qazwsx123qazwsx123", "888888666666",
        "monkeydragon123", "passwordpassword",
    ])
    func guessable(text: String) {
        #expect(
            [.predictable, .common].contains(Self.refusal(text)), "\(text): \(String(describing: Self.refusal(text)))")
    }

    @Test(arguments: [
        "zhangwenjing", "ZhangWenjing#7k", "xx-gnijnewgnahz-q", "wenjing.zhang-9Qx", "s00417-kxpqw",
        "WENJING.ZHANG@EXAMPLE.COM",
    ])
    func containsName(text: String) { #expect(Self.refusal(text) == .containsName) }

    @Test(arguments: [
        "correct horse battery staple", "kX9#vTq2mZ", "tjwmbpxqrv", "雨后的操场没有人跑步了", "我家楼下有三只橘猫在睡觉",
        "glass-Otter-42-violin",
        "83xJf0Wq1T", "Lina 的第三辆自行车是绿色", String(repeating: "留任 x9 ", count: 60),
    ])
    func accepted(text: String) { #expect(Self.refusal(text) == nil) }

    /// A random password must not be refused for a chance likeness.
    @Test func randomPasswordsPass() {
        var generator = FixedRandom()
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
        for _ in 0..<500 {
            let text = String((0..<12).map { _ in letters.randomElement(using: &generator)! })
            #expect(Self.refusal(text) == nil, "\(text)")
        }
    }

    /// The longest password there is must not keep the server busy.
    @Test func theLongestIsCheckedQuickly() {
        let clock = ContinuousClock()
        for text in [String(repeating: "woaini1q", count: 125), String(repeating: "aB3$", count: 249) + "xyz"] {
            #expect(clock.measure { _ = Self.refusal(text) } < .seconds(2))
        }
    }

    @Test func aShortNameMaybePartOfAPassword() {
        #expect(Self.refusal("li-kX9#vTq2mZ", names: ["li"]) == nil)
        #expect(Self.refusal("kX9#vTq2mZ", names: ["", "@"]) == nil)
    }

    @Test func sentencesNeverRepeatThePassword() {
        for refusal in [.tooShort(10), .tooLong, .unreadable, .containsName, .common, .predictable] as [PasswordRefusal]
        {
            #expect(!refusal.explanation.zh.isEmpty && !refusal.explanation.en.isEmpty)
        }
        let password = try? Password("geheim-geheim-99")
        #expect(!"\(String(describing: password))".contains("geheim"))
        #expect(!String(reflecting: password).contains("geheim"))
    }
}
