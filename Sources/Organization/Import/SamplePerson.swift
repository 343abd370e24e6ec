import Kernel

/// One line of a ``SampleStaff``.
struct SamplePerson {
    let cells: [String]

    private static let surnames = Array(
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤单仇解")
    private static let given = Array(
        "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建文辉力东宏志晓云飞鹏婷雪梅琳佳欣怡子涵浩宇轩梓萱思远嘉俊哲瑞安宁一诺可心雨泽晨曦若彤嘉怡博文天佑")
    private static let areas = [
        "110105", "310115", "440305", "330106", "510107", "420106", "610113", "210102", "320106",
    ]
    private static let reasons: [(kind: String, reason: String)] = [
        ("主动离职", "职业发展"), ("主动离职", "薪酬福利"), ("主动离职", "家庭原因"), ("主动离职", "工作强度"), ("被动离职", "不能胜任工作"),
        ("被动离职", "试用期不合格"), ("其他", "合同到期终止"),
    ]
    private static let schools = ["浙江工业大学", "上海理工大学", "深圳职业技术学院", "四川大学", "武汉科技大学", "沈阳工业大学", "西安邮电大学"]
    private static let degrees = ["大专", "本科", "本科", "本科", "硕士", "高中"]
    private static let relations = ["配偶", "父亲", "母亲", "兄弟", "朋友"]
    private static let banks = ["招商银行", "中国工商银行", "中国建设银行", "中国银行"]

    /// - Parameter given: the identity numbers of those before; this person's is added.
    init(
        _ index: Int, _ place: SampleCompany.Place, _ today: Day, _ dice: inout SampleStaff.Dice,
        _ given: inout Set<String>
    ) {
        let isFemale = dice.often(48)
        let name = Self.name(&dice)
        let birthday = today.adding(years: -(place.depth < 3 ? 32 : 22)) - dice.below(365 * 20) - 30
        // Whoever leads came early and stays; of the others some left, some come soon.
        let isComing = place.depth == 3 && dice.below(200) == 0
        let hired = isComing ? today + 3 + dice.below(40) : Self.hired(place, birthday, today, &dice)
        let hasLeft = place.depth == 3 && !isComing && dice.often(14) && hired < today - 30
        let last = hasLeft ? min(today - 1, hired + 20 + dice.below(900)) : nil
        let kind = dice.below(40) == 0 ? "实习" : dice.below(60) == 0 ? "劳务派遣" : "全职"
        let isFull = kind == "全职"
        let probation = isFull ? hired.adding(months: 3) - 1 : nil
        let isConfirmed = probation.map { $0 < (last ?? today) } ?? false
        let term = Self.contract(hired, today, &dice)
        let left = last.map { _ in dice.pick(Self.reasons) }
        cells = [
            Self.number(index), name, isFemale ? "女" : "男", birthday.iso,
            Self.identity(birthday, isFemale: isFemale, &dice, &given), Self.phone(index), "u\(index)@yuanshan.example",
            place.path, place.position, place.level, place.manager.map(Self.number) ?? "", kind,
            last != nil ? "离职" : isComing ? "待入职" : isFull && !isConfirmed ? "试用" : "在职", hired.iso,
            probation?.iso ?? "", isConfirmed ? probation.map { ($0 + 1).iso } ?? "" : "", place.city,
            isFull ? term.last == nil ? "无固定期限" : "固定期限" : "", isFull ? term.start.iso : "",
            isFull ? term.last?.iso ?? "" : "", isFull ? term.start.iso : "", dice.pick(Self.degrees),
            dice.pick(Self.schools), Self.name(&dice), Self.phone(5_000_000 + index), dice.pick(Self.relations),
            dice.pick(Self.banks), Self.card(index), "\((Int(place.level.suffix(1)) ?? 2) * 2_500 + 3_500).00",
            last?.iso ?? "", left?.kind ?? "", left?.reason ?? "", "",
        ]
    }

    static func number(_ index: Int) -> String {
        "E" + String(repeating: "0", count: 6 - min(6, "\(index + 1)".count)) + "\(index + 1)"
    }

    private static func name(_ dice: inout SampleStaff.Dice) -> String {
        let first = dice.pick(given)
        return "\(dice.pick(surnames))\(first)" + (dice.often(72) ? "\(dice.pick(given))" : "")
    }

    private static func hired(
        _ place: SampleCompany.Place, _ birthday: Day, _ today: Day, _ dice: inout SampleStaff.Dice
    ) -> Day {
        let years = [14, 12, 10, 8][place.depth]
        // More people came lately than long ago.
        let ago =
            place.depth < 3 ? 365 * 4 + dice.below(365 * (years - 4)) : dice.below(365 * years) * dice.below(100) / 100
        return max(today - ago, birthday.adding(years: 18))
    }

    /// Three years each; the third has no end.
    private static func contract(
        _ hired: Day, _ today: Day, _ dice: inout SampleStaff.Dice
    ) -> (start: Day, last: Day?) {
        var start = hired
        for _ in 0..<2 {
            let last = start.adding(years: 3) - 1
            if last >= today || dice.below(300) == 0 { return (start, last) }
            start = last + 1
        }
        return (start, nil)
    }

    /// A number that somebody has makes way for the next of the same area, day and sex: there are 499 of each.
    private static func identity(
        _ birthday: Day, isFemale: Bool, _ dice: inout SampleStaff.Dice, _ given: inout Set<String>
    ) -> String {
        var order = dice.below(499)
        let start = dice.pick(areas) + birthday.iso.filter { $0 != "-" }
        var body = start + serial(order, isFemale)
        while !given.insert(body).inserted {
            order = (order + 1) % 499
            body = start + serial(order, isFemale)
        }
        // GB 11643: weights 2^(17−i) mod 11.
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(body.utf8, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
        return body + String(Array("10X98765432")[sum % 11])
    }

    /// Odd for men, even for women.
    private static func serial(_ order: Int, _ isFemale: Bool) -> String {
        let number = "\(order * 2 + (isFemale ? 2 : 1))"
        return String(repeating: "0", count: 3 - number.count) + number
    }

    private static func phone(_ index: Int) -> String {
        "17" + String(repeating: "0", count: 9 - "\(index)".count) + "\(index)"
    }

    private static func card(_ index: Int) -> String {
        let body = "621799" + String(repeating: "0", count: 12 - "\(index)".count) + "\(index)"
        for check in 0...9 where BankCardNumber.passesLuhn(body + "\(check)") { return body + "\(check)" }
        return body + "0"
    }
}
