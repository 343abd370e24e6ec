/// Where the people of a ``SampleStaff`` work: a tree of four levels, each team of about ten under its leader, leaders
/// under the head of the department, those under the head of the branch, those under the first person.
struct SampleCompany {
    struct Place {
        let path: String
        let city: String
        let position: String
        let level: String
        /// The number of the manager in the file; nil at the top.
        let manager: Int?
        /// 0 at the top, 3 for members of teams.
        let depth: Int
    }

    private static let branches = [
        ("华东大区", "上海"), ("华南大区", "深圳"), ("华北大区", "北京"), ("西南大区", "成都"), ("华中大区", "武汉"), ("西北大区", "西安"),
        ("东北大区", "沈阳"), ("总部", "杭州"),
    ]
    private static let departments = [
        ("销售部", "销售代表"), ("客户成功部", "客户经理"), ("市场部", "市场专员"), ("交付部", "实施顾问"), ("研发部", "软件工程师"),
        ("财务部", "会计"), ("人力资源部", "人事专员"), ("运营部", "运营专员"),
    ]
    private static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    private static let teamSize = 11

    private var branchHeads: [Int: Int] = [:]
    private var departmentHeads: [Int: Int] = [:]
    private var leaders: [Int: Int] = [:]
    private let teams: Int

    init(count: Int) { teams = max(1, count / Self.teamSize) }

    /// Called for 0, 1, 2, … in this order: whoever leads comes before those who are led.
    mutating func place(_ index: Int) -> Place {
        if index == 0 {
            return Place(path: "远山科技", city: "杭州", position: "总经理", level: "M5", manager: nil, depth: 0)
        }
        let team = (index - 1) % teams
        let branchPlace = team % Self.branches.count
        let departmentPlace = team / Self.branches.count % Self.departments.count
        let number = team / (Self.branches.count * Self.departments.count)
        let (branch, city) = Self.branches[branchPlace]
        let (department, job) = Self.departments[departmentPlace]
        let departmentKey = branchPlace * Self.departments.count + departmentPlace
        if branchHeads[branchPlace] == nil {
            branchHeads[branchPlace] = index
            return Place(
                path: "远山科技/\(branch)", city: city, position: "大区总经理", level: "M4", manager: 0, depth: 1)
        }
        let above = branchHeads[branchPlace] ?? 0
        if departmentHeads[departmentKey] == nil {
            departmentHeads[departmentKey] = index
            return Place(
                path: "远山科技/\(branch)/\(department)", city: city, position: department.dropLast() + "总监",
                level: "M3", manager: above, depth: 2)
        }
        let path = "远山科技/\(branch)/\(department)/" + Self.name(number)
        if leaders[team] == nil {
            leaders[team] = index
            return Place(
                path: path, city: city, position: department.dropLast() + "主管", level: "M1",
                manager: departmentHeads[departmentKey], depth: 2)
        }
        return Place(
            path: path, city: city, position: job, level: "P\(2 + index % 6)", manager: leaders[team], depth: 3)
    }

    private static func name(_ number: Int) -> String {
        number < numerals.count ? numerals[number] + "组" : "第\(number + 1)组"
    }
}
