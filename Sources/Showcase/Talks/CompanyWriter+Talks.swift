import Kernel
import Organization
import Retention
import SQL
import Shell

extension CompanyWriter {
    /// Interviews and decisions about hiring again, the newest last.
    func writeTalks(_ tx: Transaction) throws {
        let talks = ShowcaseTalks(company)
        try writeExits(talks.exits, tx)
        try writeStays(talks.stays, tx)
        guard !talks.rehires.isEmpty else { return }
        let first = try tx.newIDs(talks.rehires.count).lowerBound
        try insert(
            talks.rehires, into: "rehire_decisions",
            ["id", "person_id", "eligibility", "reason", "decided_on", "account_id", "recorded_at"], tx
        ) { place, decision in
            [
                .integer(first + Int64(place)), .integer(person(decision.person)), decision.eligibility.sqlValue,
                decision.reason.sqlValue, decision.decided.sqlValue, program, now.sqlValue,
            ]
        }
    }

    /// Nobody who signs in.
    private var program: SQLValue { Actor.program.account.sqlValue }

    private func writeExits(_ exits: [ShowcaseTalks.Exit], _ tx: Transaction) throws {
        guard !exits.isEmpty else { return }
        let first = try tx.newIDs(exits.count).lowerBound
        try insert(
            exits, into: "exit_interviews",
            [
                "id", "person_id", "separation_id", "held_on", "held_by", "decision", "would_return", "kept_by",
                "improve", "remark", "account_id", "recorded_at",
            ], tx
        ) { place, talk in
            [
                .integer(first + Int64(place)), .integer(person(talk.person)),
                talk.separation.map(separation) ?? .null, talk.held.sqlValue, talk.holder.sqlValue,
                talk.decision.sqlValue, talk.wouldReturn.sqlValue, talk.keptBy.sqlValue, talk.improve.sqlValue,
                talk.remark.sqlValue, program, now.sqlValue,
            ]
        }
        let named = exits.enumerated().flatMap { place, talk in
            talk.reasons.enumerated().map { order, reason in (place: place, reason: reason, isMain: order == 0) }
        }
        try insert(named, into: "exit_reasons", ["interview_id", "reason", "is_main"], tx) { _, one in
            [.integer(first + Int64(one.place)), one.reason.sqlValue, one.isMain.sqlValue]
        }
    }

    private func writeStays(_ stays: [ShowcaseTalks.Stay], _ tx: Transaction) throws {
        guard !stays.isEmpty else { return }
        let first = try tx.newIDs(stays.count).lowerBound
        try insert(
            stays, into: "stay_interviews",
            [
                "id", "person_id", "held_on", "held_by", "outlook", "follow_up_on", "followed_up_on", "account_id",
                "recorded_at",
            ], tx
        ) { place, talk in
            [
                .integer(first + Int64(place)), .integer(person(talk.person)), talk.held.sqlValue,
                talk.holder.sqlValue, talk.outlook.sqlValue, talk.followUp.sqlValue, talk.followedUp.sqlValue, program,
                now.sqlValue,
            ]
        }
        let answers = stays.enumerated().flatMap { place, talk in talk.answers.map { (place: place, answer: $0) } }
        try insert(answers, into: "stay_answers", ["interview_id", "question", "answer"], tx) { _, one in
            [.integer(first + Int64(one.place)), one.answer.question.sqlValue, one.answer.text.sqlValue]
        }
    }

    func writeExitTasks(_ tx: Transaction) throws {
        try insert(
            ExitChecklist(company).lines, into: "exit_tasks", ["separation_id", "task", "due_on", "done_on"], tx
        ) { _, line in
            [separation(line.separation), line.task.sqlValue, line.due.sqlValue, line.done.sqlValue]
        }
    }
}
