import Kernel
import Shell

/// Somebody of the company all of whose private facts are unmistakable, so that a leak is found in any text.
struct MarkedPerson: Sendable {
    /// The number of the line, from 0.
    let index: Int
    let number: String
    let unit: String
    let manager: String
    let isOutside: Bool
    let isOnProbation: Bool
    let hasLeft: Bool

    /// How a name of the west begins. Nobody in the east sees one.
    static let outsideMark = "白外"

    private static let letters = Array(
        "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨")

    private var letter: String { String(Self.letters[index]) }
    var name: String { (isOutside ? Self.outsideMark : "东门") + letter }

    // MARK: What few may know

    private var two: String { index < 10 ? "0\(index)" : "\(index)" }
    /// Nobody else of the company, and no day of a contract, has that year.
    var birthday: String {
        let (month, day) = (1 + index % 12, 11 + index / 12)
        return "1961-\(month < 10 ? "0" : "")\(month)-\(day)"
    }
    /// The birthday as a workbook keeps it: days since 30 December 1899, alone in its cell. Five digits may stand in any
    /// larger number.
    private var birthdayCell: String? { Day(iso: birthday).map { "<v>\(Self.serial($0))</v>" } }
    static func serial(_ day: Day) -> Int { day.number - (Day(iso: "1899-12-30")?.number ?? 0) }
    private var phone: String { "170090900\(two)" }
    private var emergencyPhone: String { "170080800\(two)" }
    private var mail: String { "p\(two)@private.example" }
    private var identity: String {
        let body = "542421" + birthday.filter { $0 != "-" } + "0\(two)"
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(body.utf8, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
        return body + String(Array("10X98765432")[sum % 11])
    }
    private var card: String {
        let body = "62179909090900" + two + "77"
        for check in 0...9 where BankCardNumber.passesLuhn(body + "\(check)") { return body + "\(check)" }
        return body
    }
    private var pay: String { "987\(two).43" }
    private var grouped: String { "98,7\(two).43" }

    /// Each text of a class, in every form in which it could be written.
    var secrets: [(fieldClass: FieldClass, text: String)] {
        let spaced = { (phone: String) in
            "\(phone.prefix(3)) \(phone.dropFirst(3).prefix(4)) \(phone.suffix(4))"
        }
        return [
            (.personal, birthday), (.personal, phone), (.personal, spaced(phone)), (.personal, emergencyPhone),
            (.personal, spaced(emergencyPhone)), (.personal, mail), (.personal, "密校\(letter)"),
            (.personal, "急联\(letter)"), (.personal, "密注\(letter)"), (.personal, "密私\(letter)"),
            (.sensitive, identity), (.sensitive, card), (.sensitive, "密行\(letter)"), (.sensitive, "密敏\(letter)"),
            (.personal, birthdayCell ?? ""), (.pay, pay), (.pay, grouped), (.pay, pay.filter { $0 != "." }),
            (.pay, "密薪\(letter)"),
        ]
    }

    /// One of these stands in every secret: a text without any of them needs no closer look.
    static let marks = [
        "1961-", "17009", "17008", "170 09", "170 08", "@private.", "密", "急联", "542421", "62179909", "987", "98,7",
        // The days of 1961 begin with one of these in a workbook.
        "<v>222", "<v>223", "<v>224", "<v>225", "<v>226",
    ]

    static let header = [
        "工号", "姓名", "性别", "出生日期", "身份证号", "手机号", "个人邮箱", "部门", "岗位", "职级", "直属上级", "用工形式", "状态", "入职日期", "试用期到期日",
        "转正日期", "合同类型", "合同起始日期", "合同到期日期", "毕业院校", "学历", "紧急联系人", "紧急联系人电话", "与紧急联系人关系", "开户银行", "银行卡号", "基本工资",
        "离职日期", "离职类型", "离职原因", "备注",
    ]

    func cells(on today: Day) -> [String] {
        let hired = isOnProbation ? today - 40 : today.adding(years: -3)
        let trial = isOnProbation ? today + 50 : hired.adding(months: 3) - 1
        return [
            number, name, Int(identity.dropLast().suffix(1)).map { $0 % 2 == 1 } == true ? "男" : "女", birthday,
            identity,
            phone, mail, unit, "销售代表", "P2", manager, "全职", hasLeft ? "离职" : isOnProbation ? "试用" : "在职", hired.iso,
            trial.iso, isOnProbation ? "" : (trial + 1).iso, "固定期限", hired.iso, (hired.adding(years: 3) + 44).iso,
            "密校\(letter)", "本科", "急联\(letter)", emergencyPhone, "配偶", "密行\(letter)", card, pay,
            hasLeft ? (today - 20).iso : "", hasLeft ? "主动离职" : "", hasLeft ? "职业发展" : "", "密注\(letter)",
        ]
    }

    /// Values of a field of the company's own, by class.
    func own(_ fieldClass: FieldClass) -> String {
        let mark: [FieldClass: String] = [.personal: "密私", .sensitive: "密敏", .pay: "密薪"]
        return (mark[fieldClass] ?? "公开") + letter
    }
}

extension MarkedPerson {
    static let outside = "X01"
    static func own(_ role: BuiltinRole) -> String { "R\(place(role))0" }
    static func report(_ role: BuiltinRole) -> String { "R\(place(role))1" }
    static func colleague(_ role: BuiltinRole) -> String { "R\(place(role))2" }

    private static func place(_ role: BuiltinRole) -> String {
        let place = BuiltinRole.allCases.firstIndex(of: role) ?? 0
        return place < 10 ? "0\(place)" : "\(place)"
    }

    /// The east with a head, and for every role its holder, a report and a colleague; the west; one who left in each.
    static let everybody: [MarkedPerson] = {
        var people: [MarkedPerson] = []
        func add(_ number: String, _ unit: String, _ manager: String, probation: Bool = false, left: Bool = false) {
            people.append(
                MarkedPerson(
                    index: people.count, number: number, unit: unit, manager: manager,
                    isOutside: number.hasPrefix("X"), isOnProbation: probation, hasLeft: left))
        }
        add("X00", "远山/西区", "")
        add("X01", "远山/西区/西一组", "X00", probation: true)
        add("X02", "远山/西区/西一组", "X00", left: true)
        add("N00", "远山/东区", "")
        add("N01", "远山/东区/东一组", "N00", left: true)
        for role in BuiltinRole.allCases {
            add(own(role), "远山/东区/东一组", "N00")
            add(report(role), "远山/东区/东一组", own(role), probation: true)
            add(colleague(role), "远山/东区/东二组", "N00")
        }
        return people
    }()

    static let byNumber = Dictionary(uniqueKeysWithValues: everybody.map { ($0.number, $0) })
}
