import Kernel
import Markup

/// The time zones offered: those Chinese companies have people in. Source: IANA time zone database, 2024a.
enum TimeZones {
    private static let known: [(identifier: String, zh: String, en: String)] = [
        ("Asia/Shanghai", "中国（北京时间）", "China"), ("Asia/Urumqi", "乌鲁木齐", "Ürümqi"),
        ("Asia/Hong_Kong", "香港", "Hong Kong"), ("Asia/Macau", "澳门", "Macau"), ("Asia/Taipei", "台北", "Taipei"),
        ("Asia/Tokyo", "东京", "Tokyo"), ("Asia/Seoul", "首尔", "Seoul"), ("Asia/Singapore", "新加坡", "Singapore"),
        ("Asia/Kuala_Lumpur", "吉隆坡", "Kuala Lumpur"), ("Asia/Manila", "马尼拉", "Manila"),
        ("Asia/Bangkok", "曼谷", "Bangkok"), ("Asia/Ho_Chi_Minh", "胡志明市", "Ho Chi Minh City"),
        ("Asia/Jakarta", "雅加达", "Jakarta"), ("Asia/Kolkata", "印度", "India"), ("Asia/Almaty", "阿拉木图", "Almaty"),
        ("Asia/Dubai", "迪拜", "Dubai"), ("Asia/Riyadh", "利雅得", "Riyadh"), ("Europe/Moscow", "莫斯科", "Moscow"),
        ("Europe/Istanbul", "伊斯坦布尔", "Istanbul"), ("Africa/Cairo", "开罗", "Cairo"),
        ("Africa/Johannesburg", "约翰内斯堡", "Johannesburg"), ("Africa/Lagos", "拉各斯", "Lagos"),
        ("Europe/Berlin", "柏林", "Berlin"), ("Europe/Paris", "巴黎", "Paris"), ("Europe/London", "伦敦", "London"),
        ("America/Sao_Paulo", "圣保罗", "São Paulo"), ("America/New_York", "纽约", "New York"),
        ("America/Chicago", "芝加哥", "Chicago"), ("America/Mexico_City", "墨西哥城", "Mexico City"),
        ("America/Los_Angeles", "洛杉矶", "Los Angeles"), ("Australia/Sydney", "悉尼", "Sydney"),
        ("Pacific/Auckland", "奥克兰", "Auckland"), ("UTC", "协调世界时", "Coordinated universal time"),
    ]

    static let choices = known.map { Choice($0.identifier, name($0.identifier)) }

    static func name(_ identifier: String) -> Phrase {
        guard let zone = known.first(where: { $0.identifier == identifier }) else {
            return Phrase(verbatim: identifier)
        }
        return Phrase(zh: "\(zone.zh)（\(identifier)）", en: "\(zone.en) (\(identifier))")
    }
}
