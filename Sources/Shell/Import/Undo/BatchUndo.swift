import Kernel
import SQL

/// Takes a batch back: step by step from the last one, each only if its rows are still what the batch made of them.
struct BatchUndo {
    let batch: ID<ImportBatch>
    let kind: any ImportKind
    let tx: Transaction
    private var hindrances: [String: Hindrance] = [:]

    /// What keeps rows of one table from being taken back.
    private struct Hindrance {
        var changed: [[SQLValue]] = []
        var standing: [String: Int] = [:]
    }

    init(_ batch: ID<ImportBatch>, _ kind: any ImportKind, _ tx: Transaction) {
        self.batch = batch
        self.kind = kind
        self.tx = tx
    }

    /// - Throws: ``ImportRefusal/standsOn(_:)``; the transaction must then be given up.
    mutating func run() throws {
        let last = try tx.value("select max(step) from import_changes where batch_id = \(batch)", as: Int64?.self)
        guard let last = last ?? nil else { return }
        for step in stride(from: last, through: 1, by: -1) {
            guard let change = try BatchChange.load(batch, step: step, tx) else { continue }
            let shape = try TableShape(change.table, tx)
            // A later version of the program may have added columns, which these images do not know.
            guard shape.columns == change.columns else { throw ImportRefusal.traceGone }
            try takeBack(change, shape)
        }
        if !hindrances.isEmpty { throw ImportRefusal.standsOn(try reasons()) }
    }

    private mutating func takeBack(_ change: BatchChange, _ shape: TableShape) throws {
        let keys = try ValueReader.rows(change.keys, width: shape.key.count)
        let marks = try ValueReader.hashes(change.after)
        let before = try ValueReader.rows(change.before, width: shape.columns.count)
        let piece = Self.piece(shape, keys)
        for start in stride(from: 0, to: keys.count, by: max(piece, 1)).reversed() {
            let end = min(keys.count, start + piece)
            let some = keys[start..<end]
            let found = try shape.rows(some, tx)
            if change.kind == .delete {
                if !found.isEmpty { hindrances[shape.name, default: .init()].changed += found.map(shape.key(of:)) }
            } else {
                compare(found, some, marks[start..<end], shape)
            }
            // Once something stands in the way the rest is only looked at.
            guard hindrances.isEmpty else { continue }
            switch change.kind {
            case .insert: try delete(some, shape)
            case .update, .delete:
                for part in stride(from: start, to: end, by: shape.chunk) {
                    try shape.put(before[part..<min(end, part + shape.chunk)], tx)
                }
            }
        }
    }

    /// Keys one after the other are asked for as a range of any length.
    private static func piece(_ shape: TableShape, _ keys: [[SQLValue]]) -> Int {
        guard shape.key.count == 1, case .integer(let first)? = keys.first?[0] else { return shape.chunk }
        for (index, key) in keys.enumerated() where key[0] != .integer(first + Int64(index)) { return shape.chunk }
        return keys.count
    }

    private mutating func compare(
        _ found: [[SQLValue]], _ keys: ArraySlice<[SQLValue]>, _ marks: ArraySlice<UInt64>, _ shape: TableShape
    ) {
        var expected = Dictionary(zip(keys, marks)) { first, _ in first }
        var changed: [[SQLValue]] = []
        for row in found {
            let key = shape.key(of: row)
            // A key between the others that is not ours is of no concern: the range was only a way to ask.
            guard let mark = expected.removeValue(forKey: key) else { continue }
            if mark != RowHash.of(row) { changed.append(key) }
        }
        changed += expected.keys
        if !changed.isEmpty { hindrances[shape.name, default: .init()].changed += changed }
    }

    private mutating func delete(_ keys: ArraySlice<[SQLValue]>, _ shape: TableShape) throws {
        do {
            try tx.savepoint { try shape.delete(keys, tx) }
        } catch SQLFault.foreignKey {
            for reference in try TableReference.all(to: shape.name, tx) {
                let count = try reference.count(of: keys, shape, tx)
                if count > 0 { hindrances[shape.name, default: .init()].standing[reference.table, default: 0] += count }
            }
            if hindrances.isEmpty { hindrances[shape.name] = .init() }
        }
    }

    private func reasons() throws -> [Phrase] {
        try hindrances.sorted { $0.key < $1.key }.flatMap { table, hindrance in
            let name = called(table)
            var reasons: [Phrase] = []
            if !hindrance.changed.isEmpty {
                let (count, who) = (hindrance.changed.count, try names(of: hindrance.changed, in: table))
                reasons.append(
                    Phrase(
                        zh:
                            "“\(name.zh)”有 \(count) 条记录在导入后被修改或删除\(who.isEmpty ? "" : "（\(who.joined(separator: "、"))）")",
                        en: "\(count) records of “\(name.en)” were changed or removed since"
                            + (who.isEmpty ? "" : " (\(who.joined(separator: ", ")))")))
            }
            for (other, count) in hindrance.standing.sorted(by: { $0.key < $1.key }) {
                let child = called(other)
                reasons.append(
                    Phrase(
                        zh: "有 \(count) 条“\(child.zh)”记录建立在本批次的“\(name.zh)”之上",
                        en: "\(count) records of “\(child.en)” stand on “\(name.en)” of this batch"))
            }
            if reasons.isEmpty {
                reasons.append(
                    Phrase(zh: "其他记录建立在本批次的“\(name.zh)”之上", en: "other records stand on “\(name.en)” of this batch"))
            }
            return reasons
        }
    }

    private func called(_ table: String) -> Phrase { kind.tables[table] ?? Phrase(verbatim: table) }

    private func names(of keys: [[SQLValue]], in table: String) throws -> [String] {
        let ids = keys.prefix(5).compactMap { key -> Int64? in
            if key.count == 1, case .integer(let id) = key[0] { id } else { nil }
        }
        let names = try kind.names(of: table, ids: ids, tx)
        return ids.compactMap { names[$0] } + (names.isEmpty || keys.count <= 5 ? [] : ["…"])
    }
}
