import SQL

extension Records.Facts {
    /// What stands in paths about scores, signals, contests and interviews: of every person one.
    mutating func addMatters(_ tx: Transaction) throws {
        found["/risk"] = found["/people"]
        found["/signals/hits"] = try Self.pairs(
            "select subject_id, id from signal_hits where signal = \(AccessCompany.signal)", tx)
        found["/contests"] = try Self.pairs("select subject_id, id from contests", tx)
        found["/my-record/contests"] = found["/contests"]
        found["/exit-interviews"] = try Self.pairs("select person_id, id from exit_interviews", tx)
        found["/stay-interviews"] = try Self.pairs("select person_id, id from stay_interviews", tx)
        for (prefix, question) in [
            ("/facts", "select min(id) from metrics"), ("/risk/models", "select min(id) from risk_models"),
            ("/turnover/benchmarks", "select min(id) from turnover_benchmarks"),
        ] as [(String, Query)] {
            singles[prefix] = try tx.value(question, as: Int64.self)
        }
    }
}
