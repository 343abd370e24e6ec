import Foundation
import Kernel

/// What became of one column.
struct ColumnVerdict: Sendable {
    var column: Column
    var kind: ColumnKind
    let profile: ColumnProfile
    var findings: [HygieneFinding] = []
    var isDropped: Bool { findings.contains { $0.action == .dropped } }
}

/// The checks that need one column only, most telling reason first.
struct ColumnCheck {
    let column: Column
    let kind: ColumnKind
    let sample: HygieneSample
    let options: Hygiene.Options

    func verdict() -> ColumnVerdict {
        var verdict = ColumnVerdict(column: column, kind: kind, profile: ColumnProfile(column, sample: sample))
        let profile = verdict.profile
        if options.drop.contains(column.name) {
            verdict.findings = [finding(.dropped, .requested, zh: "按要求不使用", en: "Left out as requested")]
            return verdict
        }
        if !options.keep.contains(column.name) {
            let empty = constant(profile)
            let leak = empty == nil ? LeakCheck(column: column, profile: profile, sample: sample).finding() : nil
            let found =
                empty ?? leak.flatMap { $0.action == .dropped ? $0 : nil }
                ?? IdentifierCheck(column: column, kind: kind, profile: profile).finding() ?? missing(profile)
            if let found {
                verdict.findings = [found]
                return verdict
            }
            // What is left of a leak is a doubt: the column stays.
            verdict.findings += leak.map { [$0] } ?? []
        }
        if options.categorical.contains(column.name), column.isNumeric {
            verdict.column = column.asCategories()
            verdict.kind = .text
            let levels = verdict.column.levelCount
            verdict.findings.append(
                finding(
                    .converted, .asCategory, zh: "作为类别使用（\(levels) 个取值）", en: "Used as a category (\(levels) values)"))
        }
        if !options.keep.contains(column.name) { reduceLevels(&verdict) }
        return verdict
    }

    private func constant(_ profile: ColumnProfile) -> HygieneFinding? {
        guard profile.distinct <= 1, profile.missingCount == 0 || profile.distinct == 0, !hidesSecondValue() else {
            return nil
        }
        if profile.distinct == 0 {
            return finding(.dropped, .constant, zh: "整列为空", en: "Empty in every row")
        }
        return finding(.dropped, .constant, zh: "所有行的取值相同", en: "The same value in every row")
    }

    /// Whether rows outside the sample hold another value.
    private func hidesSecondValue() -> Bool {
        guard !sample.isWhole else { return false }
        switch column.values {
        case .numeric(let numbers):
            guard let first = numbers.first(where: { !$0.isNaN }) else { return false }
            return numbers.contains { !$0.isNaN && $0 != first }
        case .categorical(let codes, _):
            guard let first = codes.first(where: { $0 >= 0 }) else { return false }
            return codes.contains { $0 >= 0 && $0 != first }
        }
    }

    private func missing(_ profile: ColumnProfile) -> HygieneFinding? {
        guard profile.missingShare > options.mostMissing else { return nil }
        let share = FactFormat.share(profile.missingShare)
        return finding(.dropped, .mostlyMissing, zh: "\(share) 的行缺失", en: "Missing in \(share) of the rows")
    }

    /// More than 1,000 levels, or levels for more than half of the rows: keeps the frequent ones if there are any.
    private func reduceLevels(_ verdict: inout ColumnVerdict) {
        guard case .categorical(let codes, let levels) = verdict.column.values else { return }
        let used = verdict.profile
        let count = used.isWhole ? used.distinct : levels.count
        guard count > 1000 || (used.present >= 50 && used.distinctShare > 0.5) else { return }
        var counts = [Int](repeating: 0, count: levels.count)
        for code in codes where code >= 0 { counts[Int(code)] += 1 }
        let least = max(30, column.count / 1000)
        let frequent = counts.indices.filter { counts[$0] >= least }.sorted { (counts[$1], $0) < (counts[$0], $1) }
            .prefix(255)
        let covered = frequent.reduce(0) { $0 + counts[$1] }
        guard frequent.count >= 2, Double(covered) >= 0.5 * Double(column.count - used.missingCount) else {
            verdict.findings.append(
                finding(
                    .dropped, .tooManyLevels, zh: "取值过多（\(count) 种），大多只出现一两次",
                    en: "Too many values (\(count)), most of them seen once or twice"))
            return
        }
        var map = [Int32](repeating: Int32(frequent.count), count: levels.count)
        for (place, level) in frequent.enumerated() { map[level] = Int32(place) }
        let others = "其他 / other"
        verdict.column.values = .categorical(
            codes: codes.map { $0 < 0 ? -1 : map[Int($0)] }, levels: frequent.map { levels[$0] } + [others])
        verdict.findings.append(
            finding(
                .converted, .tooManyLevels, zh: "取值过多（\(count) 种），保留常见的 \(frequent.count) 种，其余合并",
                en: "Too many values (\(count)): the \(frequent.count) frequent ones are kept, the others merged"))
    }

    private func finding(
        _ action: HygieneFinding.Action, _ cause: HygieneFinding.Cause, zh: String, en: String
    ) -> HygieneFinding {
        HygieneFinding(column: column.name, action: action, cause: cause, reason: Phrase(zh: zh, en: en))
    }
}

extension Column {
    var levelCount: Int {
        if case .categorical(_, let levels) = values { levels.count } else { 0 }
    }

    /// A column of numbers read as codes: each number is a level, written as people write it, in ascending order.
    public func asCategories() -> Column {
        guard case .numeric(let numbers) = values else { return self }
        let distinct = Set(numbers.lazy.filter { !$0.isNaN }.map { $0 == 0 ? 0 : $0 }).sorted()
        let index = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, Int32($0)) })
        var copy = self
        copy.values = .categorical(
            codes: numbers.map { $0.isNaN ? -1 : index[$0] ?? -1 }, levels: distinct.map(FactFormat.plain))
        return copy
    }
}
