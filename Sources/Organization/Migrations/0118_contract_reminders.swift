import SQL

extension Migration {
    /// Who was told of which contract at which notice, and in which inbox notice: nobody is told twice. Rows go when the
    /// contract is decided, renewed or has come to the next notice, so nothing here outlives the contract.
    static let contractReminders = Migration(
        118, "reminders of contracts that end",
        [
            """
            create table contract_reminders (
                account_id \(.id) not null, contract_id \(.id) not null, notice \(.text) not null, key \(.text) not null,
                primary key (account_id, contract_id, notice))\(ending: .narrowEnd)
            """,
            "create index contract_reminders_by_contract on contract_reminders (contract_id)",
            "create index contract_reminders_by_key on contract_reminders (key)",
        ])
}
