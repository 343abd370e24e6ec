import Kernel
import Organization
import SQL

/// What replacing those who are expected to leave would cost.
enum AtStake {
    /// The sum of probability × yearly pay × the multiple of the level or key position (H10).
    /// - Returns: nil where nobody has a probability, or pay is recorded for too few.
    static func cost(_ people: [ScoredPerson], on day: Day, _ tx: Transaction) throws -> Money? {
        var probabilities: [Int64: Double] = [:]
        for person in people { probabilities[person.subject] = person.probability }
        guard !probabilities.isEmpty else { return nil }
        let multiples = try CostMultiples(tx)
        var (fen, count) = (0.0, 0)
        try tx.each(
            """
            select s.person_id, s.level_id, p.weight, r.monthly from staff s
            join pay_rates r on r.person_id = s.person_id and r.starts_on <= \(day)
                and (r.ends_before is null or r.ends_before > \(day))
            left join positions p on p.id = s.position_id where s.is_employed = 1
            """
        ) { row in
            let (person, level): (Int64, Int64?) = (try row.value(), try row.value())
            let weight: PositionWeight? = try row.value()
            let monthly: Money = try row.value()
            guard let probability = probabilities[person] else { return }
            let multiple = multiples.multiple(of: level, isKey: weight == .key)
            fen += probability * Double(monthly.fen) * 12 * Double(multiple.billionths) / 1e9
            count += 1
        }
        return count >= SmallGroups.least ? Money(fen: Int64(fen.rounded())) : nil
    }
}
