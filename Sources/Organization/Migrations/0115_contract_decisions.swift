import SQL

extension Migration {
    /// What a company decided about the end of a contract, and on what grounds; one per contract.
    static let contractDecisions = Migration(
        115, "decisions about the end of contracts",
        [
            """
            create table contract_decisions (
                contract_id \(.id) primary key references contracts, choice \(.text) not null,
                asks_fixed \(.flag) not null, decided_on \(.day) not null, remark \(.text), basis \(.text),
                service_halves \(.integer), cost \(.money), account_id \(.id) not null, account_name \(.text) not null,
                recorded_at \(.instant) not null)\(ending: .end)
            """
        ])
}
