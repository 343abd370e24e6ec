/// What the people of a department do, with the pay of every post in it.
enum Trade: String, CaseIterable, Sendable {
    case sales, success, warehouse, staff, finance, research, marketing, operations

    var department: String {
        switch self {
        case .sales: "销售部"
        case .success: "客户成功部"
        case .warehouse: "仓储物流部"
        case .staff: "人力资源部"
        case .finance: "财务部"
        case .research: "研发部"
        case .marketing: "市场部"
        case .operations: "运营部"
        }
    }

    /// What its members are.
    var member: String {
        switch self {
        case .sales: "销售代表"
        case .success: "客户经理"
        case .warehouse: "仓储专员"
        case .staff: "人事专员"
        case .finance: "会计"
        case .research: "软件工程师"
        case .marketing: "市场专员"
        case .operations: "运营专员"
        }
    }

    /// Yuan a month at the bottom and the top of the band of its members.
    var pay: ClosedRange<Int> {
        switch self {
        case .sales: 5_500...16_000
        case .success: 6_000...17_000
        case .warehouse: 5_000...11_000
        case .staff: 6_500...16_000
        case .finance: 7_000...18_000
        case .research: 11_000...32_000
        case .marketing: 7_000...18_000
        case .operations: 6_000...15_000
        }
    }

    /// Shares of a branch, in hundredths; nil for trades of headquarters.
    var branchShare: Int? {
        switch self {
        case .sales: 62
        case .success: 18
        case .warehouse: 20
        default: nil
        }
    }

    /// Shares of headquarters, in hundredths.
    var headShare: Int? {
        switch self {
        case .staff: 16
        case .finance: 16
        case .research: 32
        case .marketing: 16
        case .operations: 20
        default: nil
        }
    }
}

/// A post of the company: of a trade, or of those who lead.
enum Job: Hashable, Sendable {
    case member(Trade)
    /// A team; an area of teams; a region of areas; a department.
    case lead(Trade), area(Trade), region(Trade), director(Trade)
    case branchHead, deputy, chief

    static let all: [Job] =
        Trade.allCases.flatMap { [.member($0), .lead($0), .area($0), .region($0), .director($0)] }
        + [.branchHead, .deputy, .chief]

    var name: String {
        switch self {
        case .member(let trade): trade.member
        case .lead(let trade): trade.department.dropLast() + "主管"
        case .area(let trade): trade.department.dropLast() + "片区经理"
        case .region(let trade): trade.department.dropLast() + "大区经理"
        case .director(let trade): trade.department.dropLast() + "总监"
        case .branchHead: "分公司总经理"
        case .deputy: "副总经理"
        case .chief: "总经理"
        }
    }

    var trade: Trade? {
        switch self {
        case .member(let trade), .lead(let trade), .area(let trade), .region(let trade), .director(let trade): trade
        case .branchHead, .deputy, .chief: nil
        }
    }

    var isMember: Bool { if case .member = self { true } else { false } }

    /// Yuan a month.
    var pay: ClosedRange<Int> {
        switch self {
        case .member(let trade): trade.pay
        case .lead(let trade): trade.pay.upperBound * 7 / 10...trade.pay.upperBound * 13 / 10
        case .area(let trade): trade.pay.upperBound...trade.pay.upperBound * 17 / 10
        case .region(let trade): trade.pay.upperBound * 12 / 10...trade.pay.upperBound * 20 / 10
        case .director(let trade): trade.pay.upperBound * 14 / 10...trade.pay.upperBound * 26 / 10
        case .branchHead: 32_000...60_000
        case .deputy: 40_000...70_000
        case .chief: 60_000...100_000
        }
    }

    /// The place in ``Level/names`` of whoever leads; members climb from 0 to 5.
    var level: Int {
        switch self {
        case .member: 0
        case .lead: 6
        case .area: 7
        case .region: 8
        case .director: 9
        case .branchHead, .deputy: 10
        case .chief: 11
        }
    }

    static let levels = ["P1", "P2", "P3", "P4", "P5", "P6", "M1", "M2", "M3", "M4", "M5", "M6"]
}
