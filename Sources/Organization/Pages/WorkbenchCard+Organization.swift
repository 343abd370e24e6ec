import Kernel
import SQL
import Shell

extension WorkbenchCard {
    /// Headcount, joiners and leavers, contracts that end, records to mend; and one's own record.
    static func organization(_ figures: StaffFigures) -> WorkbenchCard {
        WorkbenchCard { asked, tx in
            let outlook = try StaffOutlook.load(asked, figures, tx)
            var part = outlook.figure.part(asked)
            let viewer = asked.viewer
            if let counted = outlook.since.map(asked.house.clockText) {
                for place in part.figures.indices {
                    part.figures[place].note = Phrase(zh: "统计于 \(counted)", en: "Counted at \(counted)")
                }
            }
            if viewer.can(.hirePeople) {
                part.links.append(WorkbenchLink(Phrase(zh: "办理入职", en: "Hire somebody"), "/people/new"))
            }
            if let subject = viewer.subject {
                part.links.append(WorkbenchLink(Phrase(zh: "我的档案", en: "My record"), "/people/\(subject)"))
            }
            part.links.append(WorkbenchLink(Phrase(zh: "花名册", en: "Directory"), "/people"))
            part.links.append(WorkbenchLink(Phrase(zh: "组织架构", en: "Org chart"), "/units"))
            return part
        }
    }
}

/// The figures of a first page, counted together.
private struct StaffOutlook: Sendable, SizedFigure {
    /// The day it stands for.
    let day: Day
    /// The last twelve months; nil for those who count nobody.
    var months: [HeadcountBoard.MonthRow]?
    var week = HeadcountBoard.Movement()
    var ending: Int?
    var findings: Int?

    var bytes: Int { (months?.count ?? 0) * MemoryLayout<HeadcountBoard.MonthRow>.stride + 128 }

    static func load(
        _ asked: WorkbenchQuestion, _ figures: StaffFigures, _ tx: Transaction
    ) throws -> Recent<StaffOutlook> {
        let (viewer, today) = (asked.viewer, asked.today)
        let counts = viewer.can(.readHeadcount)
        let contracts = viewer.grants(for: .readContracts).contains { $0.reach != .oneself }
        let quality = viewer.can(.readQuality)
        guard counts || contracts || quality else { return Recent(figure: StaffOutlook(day: today), since: nil) }
        let scope = HeadcountScope.condition(viewer)
        let seen = Visibility.condition(viewer, .readContracts)
        let question: Query =
            "outlook \(counts ? scope : "no") \(contracts ? seen : "no") \(quality ? QualitySight.Scope(viewer).question : "no")"
        return try figures.recent(question, on: today, asked.house, tx) { tx in
            var outlook = StaffOutlook(day: today)
            if counts {
                let first = today.month.adding(-11).firstDay
                let facts = try figures.figure("movement \(first) \(today) \(scope)", tx) {
                    try MovementFacts(first, today, scope, tx)
                }
                outlook.months = stride(from: first.month, through: today.month, by: 1).map { month in
                    .init(
                        month: month,
                        movement: facts.movement(month.firstDay, Swift.min(month.lastDay, today), in: nil))
                }
                outlook.week = facts.movement(today - 6, today, in: nil)
            }
            if contracts {
                outlook.ending = try figures.count(
                    "s.contract_last between \(today) and \(today + 90) and s.is_employed = 1 and \(seen)", tx)
            }
            if quality { outlook.findings = try QualityBoard.people(today: today, as: viewer, figures, tx) }
            return outlook
        }
    }

    func part(_ asked: WorkbenchQuestion) -> WorkbenchPart {
        var part = WorkbenchPart()
        let today = day
        let lists = asked.viewer.grants(for: .readPeople, showing: .work).contains { $0.reach != .oneself }
        if let months, let month = months.last {
            movement(month, lists, today, &part)
            part.trend = WorkbenchTrend(
                Phrase(zh: "近 12 个月在职人数", en: "Headcount of 12 months"), months: months.map(\.month),
                values: months.map(\.movement.closing))
        }
        if let ending {
            part.figures.append(
                WorkbenchFigure(
                    "contracts", Phrase(zh: "90 天内到期合同", en: "Contracts ending in 90 days"), ending,
                    formula: Phrase(
                        zh: "在职人员现行合同中，终止日期在今天起 90 天内的份数。",
                        en: "Contracts in force of people employed today whose last day is within 90 days."),
                    asOf: today, target: "/contracts"))
        }
        if let findings {
            part.figures.append(
                WorkbenchFigure(
                    "quality", Phrase(zh: "资料待完善", en: "Records to mend"), findings,
                    formula: Phrase(
                        zh: "至少有一项资料缺失或互相矛盾的人数。", en: "People with something missing or contradictory."),
                    asOf: today, target: "/quality"))
        }
        return part
    }

    private func movement(
        _ row: HeadcountBoard.MonthRow, _ lists: Bool, _ today: Day, _ part: inout WorkbenchPart
    ) {
        let month = row.movement
        let since = row.month.firstDay.iso
        part.figures += [
            WorkbenchFigure(
                "headcount", Phrase(zh: "在职人数", en: "Headcount"), month.closing,
                formula: Phrase(
                    zh: "今天仍在职的人数；最后工作日是今天的人计算在内。",
                    en: "People employed at the end of today; whoever leaves today still counts."),
                asOf: today, target: "/headcount"),
            WorkbenchFigure(
                "joiners", Phrase(zh: "本月入职", en: "Joined this month"), month.joiners,
                formula: Phrase(
                    zh: "入职日期在本月 1 日至今天之间的人数。", en: "People hired from the first of the month through today."),
                asOf: today, target: lists ? "/people?status=all&hired_from=\(since)&hired_through=\(today.iso)" : nil),
            WorkbenchFigure(
                "leavers", Phrase(zh: "本月离职", en: "Left this month"), month.leavers,
                formula: Phrase(
                    zh: "最后工作日在本月 1 日至今天之间的人数。", en: "People whose last day was in this month, through today."),
                asOf: today, target: lists ? "/people?status=left" : nil),
        ]
        let when = Phrase(zh: "近 7 天", en: "Last 7 days")
        if week.joiners > 0 {
            part.changes.append(
                WorkbenchChange(
                    when, Phrase(zh: "\(week.joiners) 人入职", en: "\(week.joiners) joined"),
                    target: lists ? "/people?status=all&hired_from=\((today - 6).iso)&hired_through=\(today.iso)" : nil)
            )
        }
        if week.leavers > 0 {
            part.changes.append(
                WorkbenchChange(
                    when, Phrase(zh: "\(week.leavers) 人离职", en: "\(week.leavers) left"),
                    target: lists ? "/people?status=left" : nil))
        }
    }
}
