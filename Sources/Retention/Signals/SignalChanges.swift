import Kernel
import SQL
import Shell

/// Changing the register. Nothing is overwritten: every change is a new version with who, when and why.
enum SignalChanges {
    /// Saves a signal as a new version, or as the first version of a new one.
    /// - Parameter code: the signal that changes; nil for a new one.
    /// - Throws: ``SignalRefusal``, ``Missing``.
    static func save(
        _ draft: SignalForm, as code: String?, by actor: Actor, _ house: House, _ tx: Transaction
    ) throws -> String {
        let facts = try SignalRegister.facts(house, tx)
        guard let fact = facts[draft.fact] else {
            throw FormProblem(field: "fact", problem: SignalRefusal.notPublished.explanation)
        }
        guard draft.audience == fact.audience || (!fact.audience.isGuarded && draft.audience > fact.audience) else {
            throw FormProblem(
                field: "audience", problem: SignalRefusal.looserClass(fact.audience.name).explanation)
        }
        let before = try code.map { try SignalRegister.versions(of: $0, facts, tx) } ?? []
        let name: String
        if let code { name = code } else { name = "s\(try tx.newIDs(1).lowerBound)" }
        var signal = draft.signal(
            code: name, version: (before.first?.version ?? 0) + 1, keptMonths: fact.keptMonths,
            unit: fact.unit)
        (signal.createdAt, signal.account) = (house.now, actor.account)
        // A default that changes for the first time keeps its first version, because hits may name it.
        if let usual = before.first, usual.createdAt == nil { try SignalRegister.add([usual], at: house.now, tx) }
        try SignalRegister.add([signal], at: house.now, tx)
        try Audit.record(
            [
                AuditEntry(
                    .changeSignal, of: AuditRecord(.signal, ID<Signal>(0)),
                    changes: FieldChange.real(changes(from: before.first, to: signal, facts)), reason: draft.remark)
            ], by: actor, house, in: tx)
        return name
    }

    private static func changes(
        from old: Signal?, to new: Signal, _ facts: [String: PublishedFact]
    ) -> [FieldChange] {
        func change(_ field: String, _ name: Phrase, _ value: (Signal) -> Phrase) -> FieldChange {
            FieldChange(
                field, name, before: old.map { FieldChange.words(value($0)) }, after: FieldChange.words(value(new)))
        }
        return [
            change("name", SignalWords.signal) { $0.name },
            change("fact", SignalWords.fact) { facts[$0.fact]?.name ?? Phrase(verbatim: $0.fact) },
            change("rule", SignalWords.rule) { $0.rule.words(over: facts[$0.fact]) },
            change("severity", SignalWords.severity) { $0.severity.name },
            change("purpose", SignalWords.purpose) { $0.purpose },
            change("basis", SignalWords.basis) { $0.basis.name },
            change("kept", SignalWords.kept) { .kept(months: $0.keptMonths) },
            change("audience", SignalWords.audience) { $0.audience.name },
            change("active", SignalWords.state) {
                $0.isActive ? Phrase(zh: "启用", en: "In use") : Phrase(zh: "停用", en: "Not in use")
            },
        ]
    }
}

extension FieldClass {
    /// Whether what belongs to it must not be shown under another class.
    var isGuarded: Bool { self == .pay || self == .sensitive || self == .risk }
}

/// What cannot be watched.
enum SignalRefusal: Refusal, Hashable {
    case notPublished
    case looserClass(Phrase)
    case tooShort

    var explanation: Phrase {
        switch self {
        case .notPublished:
            Phrase(
                zh: "信号只能建立在已公布的数据项上。请从列表中选择；需要新的数据项时，先登记指标并说明用途和法律依据。",
                en: "A signal can only watch a published fact. Choose one of the list, or register a metric first.")
        case .looserClass(let name):
            Phrase(
                zh: "该数据项属于“\(name.zh)”类数据，信号不能归入其他分类。",
                en: "The fact belongs to the class “\(name.en)”; its signal must too.")
        case .tooShort:
            Phrase(
                zh: "与本人过去比较至少需要 \(SignalRule.leastPast) 个周期的数据。请加长窗口或缩短周期。",
                en: "A comparison needs \(SignalRule.leastPast) periods. Make the window longer or the period shorter.")
        }
    }
}

extension AuditRecordKind {
    static let signal = AuditRecordKind("signal", SignalWords.register)
    static let signalHit = AuditRecordKind("signal_hit", SignalWords.hits, path: "/signals/hits/")
    static let contest = AuditRecordKind("contest", Phrase(zh: "异议", en: "Contest"), path: "/contests/")
}

extension AuditAction {
    static let changeSignal = AuditAction("signals.change", Phrase(zh: "修改预警信号", en: "Signal changed"))
    static let readSignals = AuditAction("signals.read", Phrase(zh: "查看预警信号", en: "Signals looked at"))
    static let snoozeSignal = AuditAction("signals.snooze", Phrase(zh: "暂缓预警", en: "Signal snoozed"))
    static let raiseContest = AuditAction("contests.raise", Phrase(zh: "提出异议", en: "Contest raised"))
    static let answerContest = AuditAction("contests.answer", Phrase(zh: "答复异议", en: "Contest answered"))
    static let correctFact = AuditAction("contests.correct", Phrase(zh: "恢复使用已更正的数据", en: "Fact in use again"))
}
