import Kernel

/// Says one row's value of a fact beside what is usual.
struct FactSentences {
    /// The day from which days are counted back.
    let snapshot: Double?

    func sentence(_ fact: ReferenceProfile.Fact, _ column: Column?, row: Int) -> Phrase {
        let title = fact.title
        switch column?.values {
        case .numeric(let numbers) where !numbers[row].isNaN:
            return fact.kind == .yesNo ? yesNo(fact, numbers[row] > 0.5) : number(fact, numbers[row])
        case .categorical(let codes, let levels) where codes[row] >= 0:
            return fact.kind == .yesNo ? word(fact, levels[Int(codes[row])]) : category(fact, levels[Int(codes[row])])
        default:
            let share = FactFormat.share(fact.missingShare)
            return Phrase(
                zh: "\(title.zh)未填写（\(share) 的记录如此）", en: "\(title.en) is not filled in (as in \(share) of the records)"
            )
        }
    }

    private func number(_ fact: ReferenceProfile.Fact, _ value: Double) -> Phrase {
        let title = fact.title
        let own = written(fact, value)
        guard let median = fact.median else {
            return Phrase(zh: "\(title.zh) \(own.zh)", en: "\(title.en) \(own.en)")
        }
        let usual = written(fact, median)
        if fact.kind == .day, snapshot != nil {
            // Counted back: more days before the snapshot is an earlier date.
            if own == usual {
                return Phrase(zh: "\(title.zh) \(own.zh)，与中位数相同", en: "\(title.en) \(own.en), the median date")
            }
            return value > median
                ? Phrase(
                    zh: "\(title.zh) \(own.zh)，早于中位数 \(usual.zh)",
                    en: "\(title.en) \(own.en), earlier than the median of \(usual.en)")
                : Phrase(
                    zh: "\(title.zh) \(own.zh)，晚于中位数 \(usual.zh)",
                    en: "\(title.en) \(own.en), later than the median of \(usual.en)")
        }
        if own == usual {
            return Phrase(zh: "\(title.zh) \(own.zh)，与中位数相同", en: "\(title.en) \(own.en), equal to the median")
        }
        return value < median
            ? Phrase(
                zh: "\(title.zh) \(own.zh)，低于中位数 \(usual.zh)",
                en: "\(title.en) \(own.en), below the median of \(usual.en)")
            : Phrase(
                zh: "\(title.zh) \(own.zh)，高于中位数 \(usual.zh)",
                en: "\(title.en) \(own.en), above the median of \(usual.en)")
    }

    private func written(_ fact: ReferenceProfile.Fact, _ value: Double) -> Phrase {
        switch fact.kind {
        case .day:
            return Phrase(verbatim: FactFormat.day(snapshot.map { $0 - value } ?? value))
        case .percentage:
            let text = FactFormat.number((value * 1000).rounded() / 10) + "%"
            return Phrase(verbatim: text)
        default:
            let text = FactFormat.number(value)
            guard let unit = fact.unit else { return Phrase(verbatim: text) }
            if unit.zh == "%" { return Phrase(verbatim: text + "%") }
            return Phrase(zh: "\(text) \(unit.zh)", en: "\(text) \(unit.en)")
        }
    }

    private func yesNo(_ fact: ReferenceProfile.Fact, _ isYes: Bool) -> Phrase {
        let title = fact.title
        let level = fact.levels.first { $0.name == (isYes ? "1" : "0") }
        let share = FactFormat.share(level?.share ?? 0)
        return Phrase(
            zh: "\(title.zh)：\(isYes ? "是" : "否")（占 \(share)）",
            en: "\(title.en): \(isYes ? "yes" : "no") (\(share) of the records)")
    }

    /// A fact with two words for yes and no, in the words of the file.
    private func word(_ fact: ReferenceProfile.Fact, _ value: String) -> Phrase {
        let title = fact.title
        let share = FactFormat.share(fact.levels.first { $0.name == value }?.share ?? 0)
        return Phrase(
            zh: "\(title.zh)：\(value)（占 \(share)）", en: "\(title.en): \(value) (\(share) of the records)")
    }

    private func category(_ fact: ReferenceProfile.Fact, _ value: String) -> Phrase {
        let title = fact.title
        let share = FactFormat.share(fact.levels.first { $0.name == value }?.share ?? 0)
        guard let usual = fact.levels.first, usual.name != value else {
            return Phrase(
                zh: "\(title.zh)为“\(value)”（最常见，占 \(share)）",
                en: "\(title.en) is “\(value)” (the most common, \(share) of the records)")
        }
        let most = FactFormat.share(usual.share)
        return Phrase(
            zh: "\(title.zh)为“\(value)”（占 \(share)），最常见的是“\(usual.name)”（占 \(most)）",
            en: "\(title.en) is “\(value)” (\(share) of the records); the most common is “\(usual.name)” (\(most))")
    }
}
