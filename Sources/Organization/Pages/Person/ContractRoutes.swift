import Kernel
import SQL
import Shell

/// Contracts of one person.
enum ContractRoutes {
    static let all: [Route] = [
        .page("/people/{id}/contracts", .needs(.readContracts), Phrase(zh: "劳动合同", en: "Contracts of a person")) {
            call in
            let (viewer, id, today) = (try call.viewer, try call.id(of: Person.self), call.today)
            return try await call.read { tx in try ContractsPage.load(id, today: today, as: viewer, tx) }
        },
        .page(
            "/people/{id}/contracts/new", .needs(.editContracts), Phrase(zh: "签订或续签合同", en: "Sign or renew a contract")
        ) { call in try await newPage(call, nil) },
        .action(
            "/people/{id}/contracts/new", .needs(.editContracts), Phrase(zh: "签订或续签合同", en: "Sign or renew a contract"),
            form: ContractForm.self, again: { call, state in try await newPage(call, state) }
        ) { call, form in
            let (occasion, id) = (try Occasion(call), try call.id(of: Person.self))
            try await call.write { tx in
                _ = try ContractForm.atFields(day: "start") { try Contracts.sign(form.draft, for: id, occasion, tx) }
            }
            return Outcome("/people/\(id)/contracts", Phrase(zh: "合同已保存。", en: "The contract is saved."))
        },
        .page(
            "/people/{id}/contracts/{contract_id}/end", .needs(.editContracts), Phrase(zh: "终止合同", en: "End a contract")
        ) { call in try await endPage(call, nil) },
        .action(
            "/people/{id}/contracts/{contract_id}/end", .needs(.editContracts),
            Phrase(zh: "终止合同", en: "End a contract"), form: ContractEndForm.self,
            again: { call, state in try await endPage(call, state) }
        ) { call, form in
            let (occasion, id) = (try Occasion(call), try call.id(of: Person.self))
            let contract = try call.id("contract_id", of: Contract.self)
            try await call.write { tx in
                try occasion.requireDecision(about: id, .editContracts, tx)
                let known = try PersonStore.contracts(of: id, tx).contains { $0.id == contract }
                guard known else { throw Missing() }
                try ContractEndForm.atFields(day: "last_day") {
                    try Contracts.end(contract, on: form.last, reason: form.reason, occasion, tx)
                }
            }
            return Outcome("/people/\(id)/contracts", Phrase(zh: "合同已终止。", en: "The contract is ended."))
        },
    ]

    private static func newPage(_ call: Call, _ state: FormState?) async throws -> NewContractPage {
        let (viewer, id, today) = (try call.viewer, try call.id(of: Person.self), call.today)
        return try await call.read { tx in try NewContractPage.load(id, state, today: today, as: viewer, tx) }
    }

    private static func endPage(_ call: Call, _ state: FormState?) async throws -> ContractEndPage {
        let (viewer, id, today) = (try call.viewer, try call.id(of: Person.self), call.today)
        let contract = try call.id("contract_id", of: Contract.self)
        return try await call.read { tx in
            try ContractEndPage.load(id, contract, state, today: today, as: viewer, tx)
        }
    }
}
