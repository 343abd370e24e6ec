import Kernel

extension ListExport {
    static let jobs = ListExport(
        "jobs", of: "/jobs", Phrase(zh: "导出后台任务", en: "Export the background jobs"), reading: .readJobs
    ) { asked in
        let (viewer, house) = (asked.viewer, asked.house)
        return Export(JobsPage.crumb.title, columns: jobColumns) { cursor, tx in
            let batch = Export<JobRow>.batch
            let rows = try JobStore.all(before: cursor, limit: batch, as: viewer, house, tx)
            return (rows, rows.count < batch ? nil : rows.last?.id.rawValue)
        }
    }

    private static let jobColumns: [ExportColumn<JobRow>] = [
        .text(Phrase(zh: "编号", en: "Number")) { $0.id.description },
        .words(Phrase(zh: "任务", en: "Job")) { $0.name },
        .words(Phrase(zh: "状态", en: "State")) { $0.state.name },
        .text(Phrase(zh: "提交时间", en: "Asked for")) { $0.created },
        .text(Phrase(zh: "开始时间", en: "Started")) { $0.started },
        .text(Phrase(zh: "完成时间", en: "Finished")) { $0.ended },
        .integer(Phrase(zh: "已尝试次数", en: "Attempts")) { $0.attempts },
        .words(Phrase(zh: "失败原因", en: "Reason of failure")) { $0.failure },
    ]
}
