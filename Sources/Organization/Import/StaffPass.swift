import Kernel
import SQL
import Shell

/// Goes through a plan row by row and holds what the file says against what stands: once to count, once to write.
struct StaffPass {
    private let plan: StaffPlan
    private let ids: StaffIDs
    private var people: PeopleTables
    private var work: EmploymentTables
    /// Sheets about employments only leave the facts of the person alone.
    private let writesPeople: Bool
    private static let block = 10_000

    init(
        _ plan: StaffPlan, _ context: ImportContext, _ ids: StaffIDs, writesPeople: Bool = true
    ) {
        (self.plan, self.ids, self.writesPeople) = (plan, ids, writesPeople)
        people = PeopleTables(plan.rows, ids, context)
        work = EmploymentTables(plan.rows, ids, context)
    }

    /// How many rows make, change and find their records. Of somebody new everything is new, so nothing is compared.
    mutating func count(_ tx: Transaction) throws -> ImportCounts {
        var counts = ImportCounts()
        for block in plan.lines.chunks(of: Self.block) {
            let standing = block.filter { $0.person.known != nil }
            counts.created += block.count - standing.count
            guard !standing.isEmpty else { continue }
            if writesPeople { try people.load(standing, tx) }
            try work.load(standing, tx)
            for line in standing {
                let changes = [writesPeople ? try people.put(line) : false, try work.put(line)]
                if line.employment.known == nil {
                    counts.created += 1
                } else if changes.contains(true) {
                    counts.updated += 1
                } else {
                    counts.unchanged += 1
                }
            }
            people.forget()
            work.forget()
        }
        return counts
    }

    /// People first, because posts point to managers anywhere in the file.
    mutating func write(_ writer: BatchWriter, _ tx: Transaction) throws {
        for block in plan.lines.chunks(of: Self.block) where writesPeople {
            try people.load(block.filter { $0.person.known != nil }, tx)
            for part in block.chunks(of: 2_000) {
                for line in part { _ = try people.put(line) }
                try people.flush(writer)
            }
            people.forget()
        }
        for block in plan.lines.chunks(of: Self.block) {
            try work.load(block.filter { $0.person.known != nil }, tx)
            for part in block.chunks(of: 2_000) {
                for line in part { _ = try work.put(line) }
                try work.flush(writer, tx)
            }
            work.forget()
        }
    }
}

extension ArraySlice {
    func chunks(of size: Int) -> [ArraySlice<Element>] {
        stride(from: startIndex, to: endIndex, by: size).map { self[$0..<Swift.min($0 + size, endIndex)] }
    }
}
