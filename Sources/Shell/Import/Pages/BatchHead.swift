import Foundation
import Kernel
import Markup

/// What every page about one batch says of it.
struct BatchHead: Codable, Sendable {
    let id: ID<ImportBatch>
    let kind: String
    let kindName: Phrase
    let fileName: String
    let state: StoredBatch.State
    let uploadedBy: String
    /// `2026-11-23 09:51`, in the company's time zone.
    let uploadedAt: String
    let rowCount: Int
    let counts: ImportCounts?

    init(_ batch: StoredBatch, _ house: House) {
        id = batch.id
        kind = batch.kind
        kindName = house.importKind(batch.kind)?.name ?? Phrase(verbatim: batch.kind)
        fileName = batch.fileName
        state = batch.state
        uploadedBy = batch.accountName
        uploadedAt = Self.clock(batch.uploadedAt, house)
        rowCount = batch.rowCount
        counts = batch.counts
    }

    var path: String { "/imports/\(id)" }

    var badge: StatusBadge {
        switch state {
        case .uploaded: StatusBadge(.planned, state.name)
        case .checked: StatusBadge(.attention, state.name)
        case .committed: StatusBadge(.good, state.name)
        case .undone: StatusBadge(.over, state.name)
        }
    }

    /// The page that shows the batch as far as it is.
    var place: String {
        switch state {
        case .uploaded: path + "/mapping"
        case .checked: path + "/check"
        case .committed, .undone: path
        }
    }

    static let trail = [Crumb(ImportWords.imports, "/imports")]

    func steps(_ current: Int) -> StepList {
        let isOpen = state == .uploaded || state == .checked
        return StepList(
            [
                .init(Phrase(zh: "上传文件", en: "Upload")),
                .init(Phrase(zh: "对应列", en: "Columns"), target: isOpen ? URLText(path + "/mapping") : nil),
                .init(Phrase(zh: "检查", en: "Check"), target: state == .uploaded ? nil : URLText(path + "/check")),
                .init(Phrase(zh: "导入", en: "Commit")),
            ], current: current)
    }

    static func clock(_ instant: Instant, _ house: House) -> String {
        let minutes = Int(instant.timeOfDay(in: house.timeZone) / 60_000)
        let (hour, minute) = (minutes / 60, minutes % 60)
        return instant.day(in: house.timeZone).iso + " " + (hour < 10 ? "0" : "") + "\(hour):"
            + (minute < 10 ? "0" : "") + "\(minute)"
    }
}

/// Work on a batch that goes on, or how it failed.
struct BatchWork: Codable, Sendable {
    let step: Phrase
    /// 0…1
    let share: Double
    let isRunning: Bool
    let failure: Phrase?

    init?(_ standing: ImportDesk.Standing?) {
        guard let standing else { return nil }
        step = standing.step
        share = standing.share
        isRunning = standing.isRunning
        failure = standing.failure
    }

    /// Follows the work by script; without one, by the link.
    @HTMLBuilder func part(_ head: BatchHead, back path: String) -> HTML {
        if isRunning {
            div(.data("standing", head.path + "/standing")) {
                ProgressBar(id: "progress", label: step, value: share, step: step)
                p(.data("without-script")) {
                    a(.class("button"), .href(URLText(path))) { Phrase(zh: "刷新", en: "Refresh") }
                }
            }
            p {
                Phrase(
                    zh: "可以离开本页，处理会继续进行；稍后从“数据导入”回来查看。",
                    en: "You can leave this page; the work goes on, and the list of imports leads back here.")
            }
        }
        if let failure {
            Notice(.bad, title: Phrase(zh: "没有完成", en: "Not done")) { p { failure } }
        }
    }
}

enum ImportWords {
    static let imports = Phrase(zh: "数据导入", en: "Imports")
    static let new = Phrase(zh: "导入文件", en: "Import a file")
    static let checking = Phrase(zh: "正在检查", en: "Checking")
    static let committing = Phrase(zh: "正在导入", en: "Committing")

    static func counts(_ counts: ImportCounts) -> SummaryFigures {
        SummaryFigures([
            .init(Phrase(zh: "新增", en: "New")) { NumberFormat.count.phrase(Double(counts.created)) },
            .init(Phrase(zh: "更新", en: "Changed")) { NumberFormat.count.phrase(Double(counts.updated)) },
            .init(Phrase(zh: "无变化", en: "Unchanged")) { NumberFormat.count.phrase(Double(counts.unchanged)) },
        ])
    }
}
