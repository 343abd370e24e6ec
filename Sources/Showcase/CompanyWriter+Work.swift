import Kernel
import Organization
import SQL

extension CompanyWriter {
    func writeWork(_ tx: Transaction) throws {
        try insert(
            company.employments, into: "employments",
            [
                "id", "person_id", "kind", "hired_on", "last_day", "previous_id", "probation_end", "confirmed_on",
                "earlier_months", "work_city",
            ], tx
        ) { place, stretch in
            [
                employment(place), .integer(person(stretch.person)), stretch.kind.sqlValue, stretch.hired.sqlValue,
                stretch.last.sqlValue, stretch.previous.map(employment) ?? .null, stretch.probationEnd.sqlValue,
                stretch.confirmed.sqlValue, .integer(0), stretch.city.sqlValue,
            ]
        }
        try writePosts(tx)
        try insert(
            company.pay, into: "pay_rates", ["person_id", "starts_on", "ends_before", "monthly", "recorded_at"], tx
        ) { _, rate in
            [
                holder(rate.employment), rate.start.sqlValue, rate.end.sqlValue, rate.monthly.sqlValue, now.sqlValue,
            ]
        }
        let contracts = try tx.newIDs(company.contracts.count).lowerBound
        try insert(
            company.contracts, into: "contracts",
            [
                "id", "person_id", "employment_id", "number", "kind", "starts_on", "last_day", "signed_on", "renewals",
                "ended_on",
            ], tx
        ) { place, contract in
            [
                .integer(contracts + Int64(place)), holder(contract.employment), employment(contract.employment),
                .text("QM-\(contract.start.year)-" + ShowcasePerson.padded(place + 1, 6)), contract.kind.sqlValue,
                contract.start.sqlValue, contract.last.sqlValue, contract.signed.sqlValue, contract.renewals.sqlValue,
                contract.ended.sqlValue,
            ]
        }
        try writeSeparations(tx)
        try writeExitTasks(tx)
    }

    private func writePosts(_ tx: Transaction) throws {
        let posts = try tx.newIDs(company.assignments.count).lowerBound
        try insert(
            company.assignments, into: "assignments",
            [
                "id", "person_id", "employment_id", "role", "unit_id", "position_id", "level_id", "manager_id", "share",
                "starts_on", "ends_before", "cause",
            ], tx
        ) { place, post in
            [
                .integer(posts + Int64(place)), holder(post.employment), employment(post.employment),
                AssignmentRole.primary.sqlValue, unit(post.unit), position(post.position), level(post.level),
                post.manager.map { .integer(person($0)) } ?? .null, Rate.one.sqlValue, post.start.sqlValue,
                post.end.sqlValue, post.cause.sqlValue,
            ]
        }
    }

    private func writeSeparations(_ tx: Transaction) throws {
        try insert(
            company.separations, into: "separations",
            [
                "id", "person_id", "employment_id", "notice_day", "last_day", "kind", "reason", "ground",
                "regret_by_rule", "recorded_at",
            ], tx
        ) { place, separation in
            [
                self.separation(place), holder(separation.employment), employment(separation.employment),
                separation.notice.sqlValue, separation.last.sqlValue, separation.kind.sqlValue,
                separation.reason.sqlValue, separation.ground.sqlValue, separation.regret.sqlValue, now.sqlValue,
            ]
        }
    }

    private func holder(_ employment: Int) -> SQLValue { .integer(person(company.employments[employment].person)) }
}
