/// The words everybody tries first.
enum CommonPasswords {
    /// Chinese favourites: phrases in pinyin, names of the trade, and numbers that sound like words.
    static let chinese = [
        "woaini", "woaiwojia", "woaiziji", "woaibaba", "woaimama", "woaizhongguo", "wodemima", "wodeai", "wobuzhidao",
        "mima", "denglu", "nihao", "nihaoma", "laopo", "laogong", "baobei", "baobao", "qinaide", "aini",
        "ainiyiwannian",
        "zhongguo", "beijing", "shanghai", "guangzhou", "shenzhen", "gongsi", "renshi", "renli", "ziyuan", "xiaoshou",
        "caiwu", "yuangong", "guanliyuan", "guanli", "kehu", "liuren", "tenure", "huanying", "xitong", "kaoqin",
        "zhangwei", "wangwei", "wangfang", "liwei", "lina", "zhangli", "wangli", "liufang", "zhangsan", "lisi",
        "wangwu",
        "5201314", "1314520", "5211314", "1314521", "7758521", "7758258", "1314", "5120", "520", "521", "168", "1688",
        "666", "888", "999", "147258369", "147258", "159357", "789456123", "110120", "112233", "123321",
        "administrator",
        "admin", "superuser", "changeme", "welcome", "payroll", "manager", "employee",
    ]

    static let words: Set<String> = {
        let listed = list.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        return Set(listed.split { $0 == " " || $0 == "\n" }.map { String($0) }).union(chinese)
    }()

    static let longestWord = words.lazy.map(\.utf8.count).max() ?? 0

    /// Letters people write as digits and marks, and what they stand for.
    private static let disguises: [Character: Character] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "9": "g", "@": "a", "$": "s", "!": "i",
        "|": "l", "+": "t",
    ]

    static func undisguised(_ letters: [Character]) -> [Character] { letters.map { disguises[$0] ?? $0 } }

    /// Whether the letters are a common word once at most eight digits and marks around it and its disguise are undone.
    static func contains(_ letters: [Character]) -> Bool {
        // A disguised last letter looks like a mark behind the word, so every way to cut is tried.
        let isLetter = { (character: Character) in character.isLetter }
        let (first, last) = (letters.firstIndex(where: isLetter), letters.lastIndex(where: isLetter))
        guard let first, let last else { return words.contains(String(letters)) }
        for start in 0...first {
            for end in (last + 1)...letters.count where letters.count - (end - start) <= 8 {
                let core = Array(letters[start..<end])
                if core.count >= 4, words.contains(String(core)) || words.contains(String(undisguised(core))) {
                    return true
                }
            }
        }
        return false
    }
}
