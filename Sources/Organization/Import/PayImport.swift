import Kernel
import SQL
import Shell

/// Pay: what was paid month by month, item by item; or a new agreed pay from a day on, where a row says *effective from*.
package struct PayImport: ImportKind {
    package let code = SheetVocabulary.pay.code
    package let name = SheetVocabulary.pay.name
    package let summary = Phrase(
        zh: "每月工资明细，或带生效日期的调薪。按工号和月份（或生效日期）识别。",
        en: "What was paid month by month, or new agreed pay from a day on. Found by number and month.")
    package let needs = Capability.importData
    package let fields = SheetVocabulary.pay.importFields(without: ["record", "hours", "commission_rate", "note"])
    package let naturalKey = ["number", "month", "pay_day", "from"]
    package let tables: [String: Phrase] = [
        "pay_months": Phrase(zh: "月度工资", en: "Monthly pay"), "pay_rates": Phrase(zh: "约定薪酬", en: "Agreed pay"),
    ]

    package init() {}

    package struct Plan: ImportPlan {
        package internal(set) var counts = ImportCounts()
        var months: [SQLValue] = []
        var monthUpdates: [SQLValue] = []
        var rates: [SQLValue] = []
        var rateUpdates: [SQLValue] = []
        var total: Int64 = 0
    }

    private static let items = SheetVocabulary.pay.fields.compactMap { field in
        field.kind == .money ? field.code : nil
    }

    package func check(
        _ rows: ImportRows, _ problems: ImportProblems, _ context: ImportContext, _ tx: Transaction
    ) throws -> Plan {
        let known = try KnownStaff(tx)
        var plan = Plan()
        let (numbers, months, days, starts) = (rows["number"], rows["month"], rows["pay_day"], rows["from"])
        let items = Self.items.filter(rows.has).map { (code: $0, column: rows[$0]) }
        var monthly: [(row: Int, person: ID<Person>, month: Month)] = []
        var seen: Set<PaidKey> = []
        var pay = PayTable()
        try pay.load(known, where: starts, rows, tx)
        for row in rows.indices {
            guard let number = numbers.text(row) else { continue }
            guard let person = known.byNumber[number] else {
                problems.refuse(row, "number", ImportWords.unknownPerson)
                continue
            }
            if let month = months.month(row) ?? days.day(row)?.month {
                guard seen.insert(PaidKey(person: person, month: month)).inserted else {
                    problems.refuse(row, months.isBlank(row) ? "pay_day" : "month", ImportWords.samePayMonth)
                    continue
                }
                monthly.append((row, person, month))
            } else if let start = starts.day(row), let amount = rows["base_pay"].money(row) {
                guard
                    let stretch = known.stretches[person]?.last(where: {
                        $0.hired <= start && start <= $0.last ?? .last
                    })
                else {
                    problems.refuse(row, "from", ImportWords.notEmployed(start))
                    continue
                }
                switch pay.set(amount, from: start, person, stretch, context) {
                case .created: plan.counts.created += 1
                case .updated: plan.counts.updated += 1
                case .same: plan.counts.unchanged += 1
                }
            } else if !problems.isRefused(row) {
                // A day nobody can read has been named already.
                problems.refuse(row, nil, ImportWords.payWithoutMonth)
            }
        }
        (plan.rates, plan.rateUpdates) = pay.gathered
        try compare(monthly, items, &plan, tx)
        return plan
    }

    private struct PaidKey: Hashable {
        let person: ID<Person>
        let month: Month
    }

    private func compare(
        _ rows: [(row: Int, person: ID<Person>, month: Month)], _ items: [(code: String, column: ImportColumn)],
        _ plan: inout Plan, _ tx: Transaction
    ) throws {
        var known: [PaidKey: [String: Int64]] = [:]
        for month in Set(rows.map(\.month)) {
            try tx.each("select person_id, item, amount from pay_months where month = \(month)") { row in
                let key = PaidKey(person: try row.value(), month: month)
                known[key, default: [:]][try row.value()] = try row.value(Int64.self)
            }
        }
        for (row, person, month) in rows {
            let standing = known[PaidKey(person: person, month: month)]
            var changed = false
            for (code, column) in items {
                guard let amount = column.money(row)?.fen else { continue }
                if code == "gross" { plan.total += amount }
                let values: [SQLValue] = [person.sqlValue, month.sqlValue, code.sqlValue, .integer(amount)]
                if let before = standing?[code] {
                    guard before != amount else { continue }
                    plan.monthUpdates += values
                } else {
                    plan.months += values
                }
                changed = true
            }
            if standing == nil {
                plan.counts.created += 1
            } else if changed {
                plan.counts.updated += 1
            } else {
                plan.counts.unchanged += 1
            }
        }
    }

    package func commit(
        _ plan: Plan, _ writer: BatchWriter, _ context: ImportContext, _ tx: Transaction
    ) throws -> Reconciliation {
        let width = 4 * 4_000
        for start in stride(from: 0, to: plan.months.count, by: width) {
            try writer.insert(
                into: "pay_months", ["person_id", "month", "item", "amount"],
                values: Array(plan.months[start..<min(start + width, plan.months.count)]))
            context.progress(Double(start) / Double(max(1, plan.months.count)))
        }
        if !plan.monthUpdates.isEmpty { try writer.update("pay_months", set: ["amount"], values: plan.monthUpdates) }
        if !plan.rateUpdates.isEmpty {
            try writer.update("pay_rates", set: ["ends_before", "monthly"], values: plan.rateUpdates)
        }
        if !plan.rates.isEmpty {
            try writer.insert(
                into: "pay_rates", ["person_id", "starts_on", "ends_before", "monthly", "recorded_at"],
                values: plan.rates)
        }
        return Reconciliation(
            plan.counts,
            lines: [.init(Phrase(zh: "应发合计", en: "Gross pay"), file: .money(Money(fen: plan.total)))])
    }

    package func names(of table: String, ids: [Int64], _ tx: Transaction) throws -> [Int64: String] { [:] }
}
