import Kernel
import SQL
import Shell

/// A contract that ends, with everything the decision about it rests on.
struct ContractFile: Sendable {
    let contract: Contract
    let employment: Employment
    let row: StaffRow
    /// All contracts of the employment, the first one first.
    let contracts: [Contract]
    let history: RenewalRules.History
    let duty: RenewalRules.Duty?
    /// Service through the last day of the contract; nil without a last day.
    let service: ServiceYears?
    /// Nil without the class *pay*, a last day, or any pay on record.
    let outlook: RenewalOutlook?
    let seesPay: Bool
    let averagePay: Money?
    let localMinimum: MinimumWage?
    let localAverage: Money?
    let decision: Decision?

    struct Decision: Codable, Hashable, Sendable {
        let choice: ContractChoice
        let asksFixed: Bool
        let day: Day
        let remark: String?
        let basis: Compensation.Basis?
        /// Class *pay*.
        let cost: Money?
        let by: String
    }

    /// What ending costs by law: N, or 2N against the duty.
    var basis: Compensation.Basis { duty == nil ? .plain : .double }

    /// Of ending; nil where ``outlook`` is.
    var cost: Compensation? { outlook?.options.first { $0.choice == .end }?.cost }
}

extension ContractFile {
    /// - Parameters:
    ///   - asksFixed: the employee asks for a fixed term.
    ///   - localAverage: the average monthly pay of the place, where the reader gave it.
    /// - Throws: ``Missing`` for a contract that is not there, or whose person is not the viewer's to sign with.
    static func load(
        _ id: ID<Contract>, occasion: Occasion, asksFixed: Bool, localAverage: Money? = nil, _ tx: Transaction
    ) throws -> ContractFile {
        let (viewer, today) = (occasion.viewer, occasion.today)
        guard
            let contract = try tx.first(
                "select \(Contract.columns) from contracts where id = \(id)", { row in try Contract(&row) }),
            // Nobody decides about themselves, nor reads beforehand what others decide.
            contract.person.subject != viewer.subject,
            let classes = try Visibility.classes(of: contract.person, viewer, for: .editContracts, tx),
            let row = try tx.first(
                """
                select \(StaffRow.columns(viewer, .editContracts)) from staff s where s.person_id = \(contract.person)
                """, { row in try StaffRow(&row) }),
            let employment = try PersonStore.employments(of: contract.person, tx).first(where: {
                $0.id == contract.employment
            })
        else { throw Missing() }
        let contracts = try PersonStore.contracts(of: contract.person, tx).filter { $0.employment == employment.id }
        let last = contract.effectiveLast
        let history = Contracts.history(
            contracts.filter { $0.start <= contract.start }, employment, on: (last ?? today) + 1, asksFixed)
        let seesPay =
            try classes.contains(.pay)
            || Visibility.classes(of: contract.person, viewer, tx)?.contains(.pay) ?? false
        let pay = seesPay ? try Leaving.averagePay(of: contract.person, through: last ?? today, tx).average : nil
        let minimum = employment.workCity.flatMap { MinimumWage.of($0, on: last ?? today) }
        var outlook: RenewalOutlook?
        if let last, let pay, last >= employment.serviceStart {
            outlook = try RenewalOutlook(
                after: history,
                ending: Compensation.Inputs(
                    start: employment.serviceStart, lastDay: last, averagePay: pay, localAverage: localAverage,
                    localMinimum: minimum?.monthly, basis: .plain, lastMonthPay: nil))
        }
        return ContractFile(
            contract: contract, employment: employment, row: row, contracts: contracts, history: history,
            duty: RenewalRules.duty(history),
            service: last.flatMap { ServiceYears(from: employment.serviceStart, through: $0) }, outlook: outlook,
            seesPay: seesPay, averagePay: pay, localMinimum: minimum, localAverage: localAverage,
            decision: try decision(about: id, seesPay: seesPay, tx))
    }

    private static func decision(
        about contract: ID<Contract>, seesPay: Bool, _ tx: Transaction
    ) throws -> Decision? {
        try tx.first(
            """
            select choice, asks_fixed, decided_on, remark, basis, cost, account_name from contract_decisions
            where contract_id = \(contract)
            """
        ) { row in
            let (choice, asksFixed, day) = (
                try row.value(ContractChoice.self), try row.value(Bool.self), try row.value(Day.self)
            )
            let (remark, basis) = (try row.value(String?.self), try row.value(String?.self))
            let cost = try row.value(Money?.self)
            return Decision(
                choice: choice, asksFixed: asksFixed, day: day, remark: remark,
                basis: basis.flatMap(Compensation.Basis.init), cost: seesPay ? cost : nil, by: try row.value())
        }
    }
}
