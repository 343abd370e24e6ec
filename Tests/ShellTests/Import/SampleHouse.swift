import Foundation
import Kernel
import Logging
import SQL
import Sheets

@testable import Shell

/// A house of the shell and one room that takes in a staff sheet and a payroll sheet.
struct SampleHouse {
    let house: House
    let folder: URL
    static let capability = Capability("sample.write", Phrase(zh: "写样例", en: "Write samples"))

    init() async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("tenure-import-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var room = Room(name: "Sample")
        room.migrations = [Self.tables]
        room.capabilities = [Self.capability]
        room.defaultGrants = DefaultGrant.each([.hr], Self.capability)
        room.imports = [StaffSheet(), PaySheet()]
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        house = House(
            database: try Database.sqlite(at: folder.path + "/t.sqlite"), world: .real, keyring: .generated(),
            logger: logger,
            folder: folder.path, rooms: [.shell, room])
        try await Migrator(house.migrations).migrate(house.database)
        let rooms = house.rooms
        try await house.database.write { tx in try RoleStore.seed(rooms, tx) }
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    var viewer: Viewer {
        Viewer(
            account: ID(7), subject: nil, name: "测试",
            grants: [.importData, .exportData, Self.capability].map { Grant($0, .company) })
    }

    /// A viewer who may import, but nothing that is not their own.
    var stranger: Viewer {
        Viewer(account: ID(8), subject: nil, name: "他人", grants: [Grant(.importData, .company)])
    }

    func file(_ name: String, _ text: String) throws -> String {
        let path = folder.appendingPathComponent(name).path
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    func run(
        _ path: String, _ kind: String = "staff", dryRun: Bool = false, good: Bool = false
    ) async throws -> (report: CheckReport, reconciliation: Reconciliation?, batch: ID<ImportBatch>?) {
        try await Importing.run(
            file: path, kind: kind, house: house, viewer: viewer, dryRun: dryRun, takesGoodRows: good)
    }

    /// The rooms' own tables as text.
    func dump() async throws -> String {
        try await house.database.read { tx in
            try ["sample_units", "sample_people", "sample_posts", "sample_pay"].map { table in
                let rows = try tx.rows(Query.source("select * from \(table) order by 1, 2")) { row in
                    (0..<row.width).map { "\(row.stored(at: $0))" }.joined(separator: "|")
                }
                return table + "\n" + rows.joined(separator: "\n")
            }.joined(separator: "\n")
        }
    }

    /// The open data sets beside the package, where they are.
    static let open =
        URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../../shared/data/open").standardizedFileURL.path + "/"
    static let hasOpenData = FileManager.default.fileExists(atPath: open + "messy_staff_zh.csv")

    static let tables = Migration(
        900, "samples",
        [
            "create table sample_units (id \(.id) primary key, name \(.text) not null unique)\(ending: .end)",
            """
            create table sample_people (
                id \(.id) primary key, number \(.text) not null unique, name \(.text) not null, phone \(.text),
                hired_on \(.day), is_active \(.flag) not null default 1, pay \(.money) not null default 0)\(ending: .end)
            """,
            """
            create table sample_posts (
                person_id \(.id) not null references sample_people, from_day \(.day) not null,
                unit_id \(.id) not null references sample_units, primary key (person_id, from_day))\(ending: .narrowEnd)
            """,
            """
            create table sample_pay (
                person_number \(.text) not null, day \(.day) not null, amount \(.money) not null,
                primary key (person_number, day))\(ending: .narrowEnd)
            """,
        ])
}

struct StaffSheet: ImportKind {
    let code = "staff"
    let name = Phrase(zh: "花名册", en: "Staff")
    let needs = SampleHouse.capability
    let naturalKey = ["number"]
    let tables = [
        "sample_people": Phrase(zh: "人员", en: "People"), "sample_posts": Phrase(zh: "任职", en: "Posts"),
        "sample_units": Phrase(zh: "部门", en: "Units"),
    ]
    let fields = [
        ImportField("number", .code, Phrase(zh: "工号", en: "Number"), synonyms: ["员工编号", "ID"], isRequired: true),
        ImportField("name", .name, Phrase(zh: "姓名", en: "Name"), isRequired: true),
        ImportField(
            "gender",
            .choice([
                ImportWord("male", Phrase(zh: "男", en: "male"), synonyms: ["M"]),
                ImportWord("female", Phrase(zh: "女", en: "female"), synonyms: ["F"]),
            ]), Phrase(zh: "性别", en: "Gender")),
        ImportField("phone", .phone, Phrase(zh: "手机", en: "Phone"), synonyms: ["电话", "手机号", "手机号码"], .personal),
        ImportField("mail", .mail, Phrase(zh: "邮箱", en: "Mail")),
        ImportField("identity", .identityNumber, Phrase(zh: "身份证号", en: "Identity number"), .sensitive),
        ImportField("unit", .text(), Phrase(zh: "部门", en: "Unit")),
        ImportField("hired", .day, Phrase(zh: "入职日期", en: "Hired"), synonyms: ["入职时间"]),
        ImportField("left", .day, Phrase(zh: "离职日期", en: "Left"), synonyms: ["离职时间"]),
        ImportField("pay", .money, Phrase(zh: "基本工资", en: "Base pay"), .pay),
    ]

    struct Plan: ImportPlan {
        var counts = ImportCounts()
        var newUnits: [String] = []
        var created: [Int] = []
        var updated: [(id: Int64, row: Int)] = []
        var units: [String: Int64] = [:]
        var rows: ImportRows
        var headcount = 0
    }

    func check(_ rows: ImportRows, _ problems: ImportProblems, _ context: ImportContext, _ tx: Transaction) throws
        -> Plan
    {
        var plan = Plan(rows: rows)
        try tx.each("select name, id from sample_units") { row in
            plan.units[try row.value()] = try row.value(Int64.self)
        }
        var known: [String: (id: Int64, values: [SQLValue])] = [:]
        try tx.each("select number, id, name, phone, hired_on, is_active, pay from sample_people") { row in
            known[try row.value()] = (try row.value(), (2..<7).map { row.stored(at: $0) })
        }
        plan.headcount = known.count
        for row in rows.indices {
            if let hired = rows["hired"].day(row), let left = rows["left"].day(row), left < hired {
                problems.refuse(
                    row, "left", Phrase(zh: "早于入职日期 \(hired)。请核对。", en: "is before the hire day \(hired). Check both."))
            }
            guard let number = rows["number"].text(row), rows["name"].text(row) != nil else { continue }
            if let unit = rows["unit"].text(row), plan.units[unit] == nil {
                plan.units[unit] = -1
                plan.newUnits.append(unit)
            }
            guard let old = known[number] else {
                plan.created.append(row)
                continue
            }
            if old.values == values(rows, row) {
                plan.counts.unchanged += 1
            } else {
                plan.updated.append((old.id, row))
            }
        }
        plan.counts.created = plan.created.count
        plan.counts.updated = plan.updated.count
        return plan
    }

    private func values(_ rows: ImportRows, _ row: Int) -> [SQLValue] {
        [
            rows["name"].text(row).sqlValue, rows["phone"].text(row).sqlValue, rows["hired"].day(row).sqlValue,
            (rows["left"].day(row) == nil).sqlValue, (rows["pay"].money(row) ?? .zero).sqlValue,
        ]
    }

    func commit(_ plan: Plan, _ writer: BatchWriter, _ context: ImportContext, _ tx: Transaction) throws
        -> Reconciliation
    {
        var units = plan.units
        let unitIDs = try tx.newIDs(max(1, plan.newUnits.count)).lowerBound
        var values: [SQLValue] = []
        for (index, name) in plan.newUnits.enumerated() {
            units[name] = unitIDs + Int64(index)
            values += [(unitIDs + Int64(index)).sqlValue, name.sqlValue]
        }
        try writer.insert(into: "sample_units", ["id", "name"], values: values)
        let first = try tx.newIDs(max(1, plan.created.count)).lowerBound
        var posts: [SQLValue] = []
        for start in stride(from: 0, to: plan.created.count, by: 2_000) {
            values = []
            for index in start..<min(start + 2_000, plan.created.count) {
                let (row, id) = (plan.created[index], first + Int64(index))
                values += [id.sqlValue, plan.rows["number"].text(row).sqlValue] + self.values(plan.rows, row)
                if let unit = plan.rows["unit"].text(row).flatMap({ units[$0] }), let day = plan.rows["hired"].day(row)
                {
                    posts += [id.sqlValue, day.sqlValue, unit.sqlValue]
                }
            }
            try writer.insert(
                into: "sample_people", ["id", "number", "name", "phone", "hired_on", "is_active", "pay"],
                values: values)
        }
        try writer.insert(into: "sample_posts", ["person_id", "from_day", "unit_id"], values: posts)
        try writer.update(
            "sample_people", set: ["name", "phone", "hired_on", "is_active", "pay"],
            values: plan.updated.flatMap { [$0.id.sqlValue] + self.values(plan.rows, $0.row) })
        return Reconciliation(
            plan.counts,
            lines: [
                .init(
                    Phrase(zh: "人数", en: "People"), before: .count(plan.headcount),
                    after: .count(plan.headcount + plan.created.count))
            ])
    }

    func names(of table: String, ids: [Int64], _ tx: Transaction) throws -> [Int64: String] {
        guard table == "sample_people" else { return [:] }
        var names: [Int64: String] = [:]
        try tx.each("select id, name from sample_people where id in \(ids)") { row in
            names[try row.value()] = try row.value(String.self)
        }
        return names
    }
}

struct PaySheet: ImportKind {
    let code = "pay"
    let name = Phrase(zh: "工资表", en: "Pay")
    let needs = SampleHouse.capability
    let naturalKey = ["number", "day"]
    let fields = [
        ImportField("number", .code, Phrase(zh: "员工ID", en: "Employee"), isRequired: true),
        ImportField("day", .day, Phrase(zh: "本月工资日期", en: "Pay day"), isRequired: true),
        ImportField("amount", .money, Phrase(zh: "本月工资金额", en: "Amount"), .pay, isRequired: true),
        ImportField("share", .rate, Phrase(zh: "本月销售提成比例", en: "Share")),
    ]

    struct Plan: ImportPlan {
        var counts = ImportCounts()
        var inserts: [SQLValue] = []
        var sum: Int64 = 0
    }

    func check(_ rows: ImportRows, _ problems: ImportProblems, _ context: ImportContext, _ tx: Transaction) throws
        -> Plan
    {
        var known: Set<String> = []
        try tx.each("select person_number, day from sample_pay") { row in
            known.insert(try row.value(String.self) + " " + row.value(String.self))
        }
        var plan = Plan()
        for row in rows.indices {
            guard let number = rows["number"].text(row), let day = rows["day"].day(row),
                let amount = rows["amount"].money(row)
            else { continue }
            plan.sum += amount.fen
            if known.contains(number + " " + day.iso) {
                plan.counts.unchanged += 1
            } else {
                plan.counts.created += 1
                plan.inserts += [number.sqlValue, day.sqlValue, amount.sqlValue]
            }
        }
        return plan
    }

    func commit(_ plan: Plan, _ writer: BatchWriter, _ context: ImportContext, _ tx: Transaction) throws
        -> Reconciliation
    {
        try writer.insert(into: "sample_pay", ["person_number", "day", "amount"], values: plan.inserts)
        let sum = try tx.value("select coalesce(sum(amount), 0) from sample_pay", as: Int64.self) ?? 0
        return Reconciliation(
            plan.counts,
            lines: [
                .init(
                    Phrase(zh: "工资合计", en: "Sum of pay"), file: .money(Money(fen: plan.sum)),
                    after: .money(Money(fen: sum)))
            ])
    }
}
