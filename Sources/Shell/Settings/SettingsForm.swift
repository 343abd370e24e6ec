import Kernel
import SQL

/// The form of one group of settings.
struct SettingsForm<Group: SettingGroup>: Form {
    static var fields: [FormField] {
        Group.lines.flatMap { line in [line.field] + (line.removal.map { [$0] } ?? []) }
    }

    let draft: SettingsDraft

    init(_ input: inout FormInput) {
        var values: [String: String] = [:]
        for line in Group.lines { values[line.code] = line.stored(&input) }
        draft = SettingsDraft(values: values)
        if input.problems.isEmpty {
            for problem in Group.problems(in: draft) { input.refuse(problem.field, problem.problem) }
        }
    }
}

extension SettingsDraft {
    /// Writes what differs, and says in the audit log what it was and is.
    func save<Group: SettingGroup>(_ group: Group.Type, by call: Call, _ tx: Transaction) throws {
        let house = call.house
        let known = try Settings.all(tx)
        var changes: [FieldChange] = []
        var changed: [(code: String, stored: String)] = []
        for line in Group.lines {
            guard let value = values[line.code] else { continue }
            let before = known[line.code] ?? line.initial
            if line.isSecret {
                guard !(value.isEmpty && before.isEmpty) else { continue }
                let sealed = try SealedText(sealing: value, for: line.code, house)
                changed.append((line.code, sealed.stored))
                changes.append(.secret(line.code, line.name))
            } else if value != before {
                changed.append((line.code, value))
                changes.append(
                    FieldChange(
                        line.code, line.name, before: FieldChange.words(line.words(before)),
                        after: FieldChange.words(line.words(value))))
            }
        }
        guard !changed.isEmpty else { return }
        try Settings.set(changed, by: try call.viewer.account, at: house.now, tx)
        try Audit.record(
            AuditEntry(
                SettingsRoutes.changed, of: AuditRecord(SettingsRoutes.record, ID<SettingsDesk>(Group.number)),
                changes: changes), by: call, in: tx)
        try Group.settle(self, house, tx)
        let kept = Dictionary(uniqueKeysWithValues: changed.map { ($0.code, $0.stored) })
        tx.afterCommit { house.settings.keep(kept) }
    }
}
