import Kernel
import Organization
import SQL
import Shell

/// What changing multiples and benchmarks has in common.
enum TurnoverEditing {
    static let saved = AuditAction(
        "turnover.edit", Phrase(zh: "维护流失成本与行业基准", en: "Cost multiples and benchmarks maintained"))
    static let benchmark = AuditRecordKind(
        "benchmark", Phrase(zh: "行业基准", en: "Benchmark"), path: "/turnover/benchmarks/")

    /// These are of the whole company: a role given for one unit does not change them. - Throws: ``Missing``.
    static func require(_ call: Call) throws {
        let isWhole = try call.viewer.grants(for: .editTurnover).contains { $0.reach == .company && $0.unit == nil }
        if !isWhole { throw Missing() }
    }

    static func entry(_ before: CostMultiples, _ after: CostMultiples) -> AuditEntry {
        func text(_ multiples: CostMultiples) -> String {
            multiples.levels.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.percentText)" }.joined(
                separator: ", ")
        }
        return AuditEntry(
            saved,
            changes: FieldChange.real([
                FieldChange(
                    "ordinary", MultiplesForm.ordinary.label, before: before.ordinary.percentText,
                    after: after.ordinary.percentText),
                FieldChange(
                    "key", MultiplesForm.key.label, before: before.key.percentText, after: after.key.percentText),
                FieldChange("levels", MultiplesForm.level.label, before: text(before), after: text(after)),
            ]))
    }

    static func entry(_ before: Benchmark?, _ after: Benchmark?, _ id: ID<Benchmark>) -> AuditEntry {
        func change(_ field: FormField, _ value: (Benchmark) -> String) -> FieldChange {
            FieldChange(field.name, field.label, before: before.map(value), after: after.map(value))
        }
        return AuditEntry(
            saved, of: AuditRecord(benchmark, id),
            changes: FieldChange.real([
                change(BenchmarkForm.name) { $0.name }, change(BenchmarkForm.year) { "\($0.year)" },
                change(BenchmarkForm.rate) { $0.rate.percentText }, change(BenchmarkForm.source) { $0.source },
            ]))
    }

    static func outOfRange(_ most: Rate) -> Phrase {
        Phrase(
            zh: "请输入 0% 到 \(most.percentText) 之间的百分比，例如 18.5%。",
            en: "Write a percentage from 0% to \(most.percentText), such as 18.5%.")
    }
}

extension FormInput {
    /// A percentage as typed.
    mutating func rate(_ name: String, upTo most: Rate) -> Rate? {
        guard let text = optionalText(name) else { return nil }
        do {
            let rate = try Rate(text)
            if rate >= .zero, rate <= most { return rate }
            refuse(name, TurnoverEditing.outOfRange(most))
        } catch { refuse(name, error.explanation) }
        return nil
    }
}
