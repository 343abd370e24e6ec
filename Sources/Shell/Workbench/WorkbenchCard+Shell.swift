import Kernel
import SQL

extension WorkbenchCard {
    /// Background work and imports: what failed or was left half done.
    static let work = WorkbenchCard { asked, tx in
        let viewer = asked.viewer
        var part = WorkbenchPart()
        let (seesJobs, imports) = (viewer.canSeeRecords(.readJobs), viewer.can(.importData))
        if imports {
            part.links.append(WorkbenchLink(Phrase(zh: "导入文件", en: "Import a file"), "/imports/new"))
        }
        guard seesJobs || imports else { return part }
        let week = Instant(startOf: asked.today - 6, in: asked.house.timeZone)
        let counts = try tx.first(
            """
            select
                (select count(*) from jobs j where j.state = 'running' and \(JobStore.scope(viewer))),
                (select count(*) from jobs j where j.state = 'failed' and j.ended_at >= \(week)
                    and \(JobStore.scope(viewer))),
                (select count(*) from import_batches
                    where account_id = \(viewer.account) and state in ('uploaded', 'checked'))
            """
        ) { row in (running: try row.value(Int.self), failed: try row.value(Int.self), open: try row.value(Int.self)) }
        guard let counts else { return part }
        if seesJobs, counts.failed > 0 {
            part.needs.append(
                WorkbenchNeed(
                    Phrase(
                        zh: "最近 7 天有 \(counts.failed) 个后台任务失败",
                        en: counts.failed == 1
                            ? "A background job failed in the last 7 days"
                            : "\(counts.failed) background jobs failed in the last 7 days"), isUrgent: true,
                    action: WorkbenchLink(Phrase(zh: "查看原因", en: "See why"), "/jobs")))
        }
        if imports, counts.open > 0 {
            part.needs.append(
                WorkbenchNeed(
                    Phrase(
                        zh: "\(counts.open) 个导入批次还没有提交",
                        en: counts.open == 1
                            ? "An import was not committed yet" : "\(counts.open) imports were not committed yet"),
                    action: WorkbenchLink(Phrase(zh: "继续导入", en: "Go on"), "/imports")))
        }
        if seesJobs, counts.running > 0 {
            part.changes.append(
                WorkbenchChange(
                    Phrase(zh: "现在", en: "Now"),
                    Phrase(
                        zh: "\(counts.running) 个后台任务正在进行",
                        en: counts.running == 1
                            ? "A background job is running" : "\(counts.running) background jobs are running"),
                    target: "/jobs"))
        }
        return part
    }
}
