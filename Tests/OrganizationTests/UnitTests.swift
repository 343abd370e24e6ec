import Kernel
import Testing

@testable import Organization

@Suite struct UnitTests {
    /// 总部 1 > 销售部 2 > 华东区 3, 总部 1 > 技术部 4.
    static func units() throws -> [OrgUnit] {
        let start = try day("2020-01-01")
        func unit(_ id: Int64, _ kind: UnitKind, _ name: String, _ parent: Int64?) -> OrgUnit {
            OrgUnit(
                id: ID(id), kind: kind,
                facts: Timeline(UnitFacts(name: name, parent: parent.map { ID($0) }), from: start))
        }
        return [
            unit(1, .company, "总部", nil), unit(2, .department, "销售部", 1), unit(3, .branch, "华东区", 2),
            unit(4, .department, "技术部", 1),
        ]
    }

    @Test func treeAndPaths() throws {
        let tree = try UnitTree(Self.units(), on: day("2024-01-01"))
        #expect(tree.path(to: ID(3)) == "总部/销售部/华东区")
        #expect(tree.subtree(of: ID(2)) == [ID(2), ID(3)])
        #expect(tree.contains(ID(3), under: ID(1)))
        #expect(tree.outline.map(\.depth) == [0, 1, 1, 2])
        #expect(try UnitTree(Self.units(), on: day("2019-12-31")).nodes.isEmpty)
    }

    @Test func noCircle() throws {
        let units = try Self.units()
        let from = try day("2025-01-01")
        #expect(throws: UnitRefusal.underItself(unit: "销售部", from)) {
            try UnitRules.moving(units[1], under: ID(3), from: from, among: units)
        }
        #expect(throws: UnitRefusal.underItself(unit: "销售部", from)) {
            try UnitRules.moving(units[1], under: ID(2), from: from, among: units)
        }
        // A circle that would only close later, when a planned move takes effect.
        var planned = units
        planned[3] = try UnitRules.moving(units[3], under: ID(3), from: day("2025-06-01"), among: units)
        #expect(throws: UnitRefusal.underItself(unit: "销售部", try day("2025-06-01"))) {
            try UnitRules.moving(planned[1], under: ID(4), from: from, among: planned)
        }
        let loop = [(Int64(8), Int64(9)), (9, 8)].map { id, parent in
            UnitTree.Node(id: ID(id), kind: .team, facts: UnitFacts(name: "\(id)", parent: ID(parent)))
        }
        #expect(throws: UnitRefusal.circle("8")) { try UnitTree(loop) }
    }

    @Test func moveKeepsThePast() throws {
        let units = try Self.units()
        let moved = try UnitRules.moving(units[2], under: ID(4), from: day("2025-01-01"), among: units)
        #expect(moved.facts[try day("2024-12-31")]?.parent == ID(2))
        #expect(moved.facts[try day("2025-01-01")]?.parent == ID(4))
        #expect(throws: UnitRefusal.laterChange(unit: "华东区", try day("2025-01-01"))) {
            try UnitRules.renaming(moved, to: "东区", from: day("2024-06-01"), among: units)
        }
    }

    @Test func namesAndSiblings() throws {
        let units = try Self.units()
        let from = try day("2025-01-01")
        #expect(throws: UnitRefusal.siblingWithSameName("技术部", from)) {
            try UnitRules.renaming(units[1], to: "技术部", from: from, among: units)
        }
        #expect(throws: UnitRefusal.noName) { try UnitRules.renaming(units[1], to: " ", from: from, among: units) }
        #expect(throws: UnitRefusal.nameWithSeparator("销售/华东")) {
            try UnitRules.renaming(units[1], to: "销售/华东", from: from, among: units)
        }
        #expect(throws: UnitRefusal.companyUnderPart(unit: "子公司", parent: "销售部")) {
            try UnitRules.opening(ID(5), .company, UnitFacts(name: "子公司", parent: ID(2)), from: from, among: units)
        }
    }

    @Test func closesOnlyWhenEmpty() throws {
        let units = try Self.units()
        let from = try day("2025-01-01")
        #expect(throws: UnitRefusal.stillPeople(unit: "华东区", count: 3, from)) {
            try UnitRules.closing(units[2], from: from, peopleThere: 3, among: units)
        }
        #expect(throws: UnitRefusal.stillUnits(unit: "销售部", ["华东区"], from)) {
            try UnitRules.closing(units[1], from: from, peopleThere: 0, among: units)
        }
        let closed = try UnitRules.closing(units[2], from: from, peopleThere: 0, among: units)
        #expect(closed.closed == from)
        #expect(closed.isOpen(on: from - 1) && !closed.isOpen(on: from))
    }

    @Test(arguments: [
        ("总部/销售部/华东区", ["总部", "销售部", "华东区"]), ("/总部 ／ 销售部/", ["总部", "销售部"]),
        ("HQ > Sales > East", ["HQ", "Sales", "East"]), ("研发中心-平台组", ["研发中心-平台组"]),
    ])
    func path(_ text: String, _ names: [String]) throws {
        #expect(try UnitPath(text).names == names)
    }

    @Test func planOfPaths() throws {
        #expect(throws: UnitRefusal.emptyLevel("总部//华东")) { try UnitPath("总部//华东") }
        var plan = UnitPathPlan(try UnitTree(Self.units(), on: day("2024-01-01")))
        #expect(try plan.place(UnitPath("总部/销售部/华东区")) == .existing(ID(3)))
        #expect(try plan.place(UnitPath("华东区")) == .existing(ID(3)))
        #expect(try plan.place(UnitPath("总部/财务部/核算组")) == .planned(1))
        #expect(try plan.place(UnitPath("财务部")) == .planned(0))
        #expect(try plan.place(UnitPath("总部/财务部/核算组")) == .planned(1))
        #expect(plan.creations.map(\.name) == ["财务部", "核算组"])
        #expect(plan.creations.map(\.kind) == [.department, .team])
        #expect(plan.creations.map(\.parent) == [.existing(ID(1)), .planned(0)])
        var empty = UnitPathPlan(try UnitTree([UnitTree.Node]()))
        #expect(try empty.place(UnitPath("技术部")) == .planned(0))
        #expect(try empty.place(UnitPath("财务部")) == .planned(1))
        #expect(empty.creations.map(\.parent) == [nil, nil])
    }

    @Test func reorganisationPreview() throws {
        let tree = try UnitTree(Self.units(), on: day("2025-01-01"))
        var change = Reorganisation(day: try day("2025-01-01"))
        change.moves[ID(3)] = .some(ID(4))
        let preview = try change.preview(
            of: tree, members: [(ID(10), ID(2)), (ID(11), ID(3)), (ID(12), ID(4))],
            grants: [(ID(90), ID(2)), (ID(91), ID(4)), (ID(92), ID(1))])
        #expect(preview.moves.map(\.person) == [ID(11)])
        #expect(preview.moves.first?.pathAfter == "总部/技术部/华东区")
        #expect(preview.accessChanges.map(\.holder) == [ID(90), ID(91)])
        #expect(preview.accessChanges.first?.loses == [ID(11)])
        #expect(preview.accessChanges.last?.gains == [ID(11)])
        change = Reorganisation(day: change.day)
        change.mergers[ID(2)] = ID(4)
        let merged = try change.preview(
            of: tree, members: [(ID(10), ID(2)), (ID(11), ID(3))], grants: [(ID(90), ID(2))])
        #expect(Set(merged.moves.map(\.to)) == [ID(4), ID(3)])
        #expect(merged.accessChanges.first?.loses == [ID(10), ID(11)])
        change.moves[ID(4)] = .some(ID(3))
        #expect(throws: UnitRefusal.self) { try change.applied(to: tree) }
    }
}
