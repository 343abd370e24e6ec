import Kernel
import Organization

/// The tree of the company and how many people it has room for: headquarters and three branches, departments, teams of
/// about ten; above more than a dozen teams areas, above more than a dozen areas regions.
struct CompanyPlan {
    struct Node {
        var unit: ShowcaseUnit
        let city: City
        /// Of those who work in it; nil above the departments.
        let trade: Trade?
        /// Of whoever leads it.
        let head: Job
        var children: [Int] = []
    }

    static let company = "启明商贸"
    static let branches: [(name: String, city: City, share: Int)] = [
        ("总部", .hangzhou, 25), ("北京分公司", .beijing, 25), ("上海分公司", .shanghai, 27), ("深圳分公司", .shenzhen, 23),
    ]
    private static let teamSize = 10
    private static let span = 12

    private(set) var nodes: [Node] = []

    /// - Parameter people: places in all, those who lead included; 20 or more.
    init(people: Int) {
        let root = add(.company, Self.company, nil, .hangzhou, nil, .chief)
        let tops = Self.branches.indices.map { place in
            let branch = Self.branches[place]
            return add(.branch, branch.name, root, branch.city, nil, place == 0 ? .deputy : .branchHead)
        }
        let departments = Self.branches.indices.flatMap { place in
            Trade.allCases.compactMap { trade in
                (place == 0 ? trade.headShare : trade.branchShare).map { share in
                    (place: place, trade: trade, weight: share * Self.branches[place].share)
                }
            }
        }
        let sizes = Self.shares(of: people - nodes.count, departments.map(\.weight))
        for (department, size) in zip(departments, sizes) where size > 0 {
            let city = Self.branches[department.place].city
            let trade = department.trade
            let unit = add(.department, trade.department, tops[department.place], city, trade, .director(trade))
            fill(unit, size - 1)
        }
    }

    /// Teams, and whoever stands between them and the department.
    private mutating func fill(_ department: Int, _ count: Int) {
        guard count > 1, let trade = nodes[department].trade else {
            nodes[department].unit.places = count
            return
        }
        let teams = max(1, (count + Self.teamSize / 2) / Self.teamSize)
        let areas = teams > Self.span ? (teams + 9) / 10 : 0
        let regions = areas > Self.span ? (areas + 9) / 10 : 0
        let city = nodes[department].city
        let regionUnits = (0..<regions).map { place in
            add(.department, "第\(place + 1)大区", department, city, trade, .region(trade))
        }
        let areaUnits = (0..<areas).map { place in
            let above = regions == 0 ? department : regionUnits[place * regions / areas]
            return add(.department, "第\(place + 1)片区", above, city, trade, .area(trade))
        }
        let members = Self.shares(of: count - regions - areas - teams, Array(repeating: 1, count: teams))
        for place in 0..<teams {
            let above = areas == 0 ? department : areaUnits[place * areas / teams]
            let team = add(.team, Self.teamName(place), above, city, trade, .lead(trade))
            nodes[team].unit.places = members[place]
        }
    }

    private mutating func add(
        _ kind: UnitKind, _ name: String, _ parent: Int?, _ city: City, _ trade: Trade?, _ head: Job
    ) -> Int {
        let unit = ShowcaseUnit(kind: kind, name: name, parent: parent, city: city.rawValue)
        nodes.append(Node(unit: unit, city: city, trade: trade, head: head))
        if let parent { nodes[parent].children.append(nodes.count - 1) }
        return nodes.count - 1
    }

    private static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

    private static func teamName(_ place: Int) -> String {
        place < numerals.count ? numerals[place] + "组" : "第\(place + 1)组"
    }

    /// Whole numbers in proportion to weights that add up to the count; the largest remainders get what is left.
    static func shares(of count: Int, _ weights: [Int]) -> [Int] {
        let total = max(1, weights.reduce(0, +))
        guard count > 0 else { return weights.map { _ in 0 } }
        var shares = weights.map { count * $0 / total }
        let order = weights.indices.sorted { one, other in
            (count * weights[other] % total, one) < (count * weights[one] % total, other)
        }
        for place in order.prefix(count - shares.reduce(0, +)) { shares[place] += 1 }
        return shares
    }
}
