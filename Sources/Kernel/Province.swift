/// A province-level division of China, by the first two digits of GB/T 2260; 81 to 83 as on residence permits.
public struct Province: Hashable, Sendable {
    /// Two digits, 11 to 83.
    public let code: Int
    /// Without suffix: 北京, not 北京市.
    public let name: Phrase

    /// Nil when no identity number begins with these two digits.
    public init?(code: Int) {
        guard let name = Self.names[code] else { return nil }
        (self.code, self.name) = (code, name)
    }

    /// All of them by code.
    public static var all: [Province] { names.keys.sorted().compactMap(Province.init(code:)) }

    private static let names: [Int: Phrase] = [
        11: Phrase(zh: "北京", en: "Beijing"), 12: Phrase(zh: "天津", en: "Tianjin"),
        13: Phrase(zh: "河北", en: "Hebei"), 14: Phrase(zh: "山西", en: "Shanxi"),
        15: Phrase(zh: "内蒙古", en: "Inner Mongolia"), 21: Phrase(zh: "辽宁", en: "Liaoning"),
        22: Phrase(zh: "吉林", en: "Jilin"), 23: Phrase(zh: "黑龙江", en: "Heilongjiang"),
        31: Phrase(zh: "上海", en: "Shanghai"), 32: Phrase(zh: "江苏", en: "Jiangsu"),
        33: Phrase(zh: "浙江", en: "Zhejiang"), 34: Phrase(zh: "安徽", en: "Anhui"),
        35: Phrase(zh: "福建", en: "Fujian"), 36: Phrase(zh: "江西", en: "Jiangxi"),
        37: Phrase(zh: "山东", en: "Shandong"), 41: Phrase(zh: "河南", en: "Henan"),
        42: Phrase(zh: "湖北", en: "Hubei"), 43: Phrase(zh: "湖南", en: "Hunan"),
        44: Phrase(zh: "广东", en: "Guangdong"), 45: Phrase(zh: "广西", en: "Guangxi"),
        46: Phrase(zh: "海南", en: "Hainan"), 50: Phrase(zh: "重庆", en: "Chongqing"),
        51: Phrase(zh: "四川", en: "Sichuan"), 52: Phrase(zh: "贵州", en: "Guizhou"),
        53: Phrase(zh: "云南", en: "Yunnan"), 54: Phrase(zh: "西藏", en: "Tibet"),
        61: Phrase(zh: "陕西", en: "Shaanxi"), 62: Phrase(zh: "甘肃", en: "Gansu"),
        63: Phrase(zh: "青海", en: "Qinghai"), 64: Phrase(zh: "宁夏", en: "Ningxia"),
        65: Phrase(zh: "新疆", en: "Xinjiang"), 71: Phrase(zh: "台湾", en: "Taiwan"),
        81: Phrase(zh: "香港", en: "Hong Kong"), 82: Phrase(zh: "澳门", en: "Macao"),
        83: Phrase(zh: "台湾居民居住证", en: "Taiwan (residence permit)"),
    ]
}
