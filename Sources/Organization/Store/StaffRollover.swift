import Kernel
import Shell

/// The job that turns the staff list to a new day, soon after midnight.
enum StaffRollover {
    static let job = JobKind(
        "organization.rollover", Phrase(zh: "按日更新员工状态", en: "Turn the staff list to a new day"), every: .daily(0, 1)
    ) { run, house in
        let today = house.today
        try await run.write { tx in try StaffProjection.roll(to: today, tx) }
    }
}
