import Kernel
import Organization
import SQL

/// What replacing those who are expected to leave would cost.
enum AtStake {
    /// The sum of probability × mean yearly pay of the level × the multiple of the level or key position (H10). Means, so
    /// that a sum of tonight less that of yesterday is nobody's pay.
    /// - Returns: nil where nobody has a probability, or no level has pay of enough people.
    static func cost(_ people: [ScoredPerson], on day: Day, _ tx: Transaction) throws -> Money? {
        var probabilities: [Int64: Double] = [:]
        for person in people { probabilities[person.subject] = person.probability }
        guard !probabilities.isEmpty else { return nil }
        let (multiples, pay) = (try CostMultiples(tx), try LevelPay.all(on: day, tx))
        guard !pay.isEmpty else { return nil }
        var fen = 0.0
        try tx.each(
            """
            select s.person_id, s.level_id, p.weight from staff s left join positions p on p.id = s.position_id
            where s.is_employed = 1
            """
        ) { row in
            let (person, level): (Int64, ID<Level>?) = (try row.value(), try row.value())
            let weight: PositionWeight? = try row.value()
            guard let probability = probabilities[person], let yearly = pay[level]?.yearly else { return }
            let multiple = multiples.multiple(of: level?.rawValue, isKey: weight == .key)
            fen += probability * Double(yearly.fen) * Double(multiple.billionths) / 1e9
        }
        return Money(fen: Int64(fen.rounded()))
    }
}
