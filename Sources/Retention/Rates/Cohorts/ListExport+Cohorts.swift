import Kernel
import Organization
import Shell

/// Cohorts, survival, costs and benchmarks as files.
extension ListExport {
    static func turnoverCohorts(_ desk: TurnoverDesk) -> ListExport {
        ListExport(
            "turnover-cohorts", of: "/turnover/cohorts", Phrase(zh: "导出批次留存", en: "Export cohorts"),
            reading: .readTurnover, query: CohortQuestion.cohortFields
        ) { asked in
            let (viewer, house) = (asked.viewer, asked.house)
            let question = try CohortQuestion(asked.query, today: house.today)
            var columns: [ExportColumn<CohortTable.Row>] = [
                .words(Phrase(zh: "入职批次", en: "Batch"), .public) { $0.name },
                .integer(Phrase(zh: "入职", en: "Joined"), .public) { $0.joiners },
            ]
            for (place, days) in CohortTable.days.enumerated() {
                columns.append(.rate(CohortPage.dayName(days), .public) { $0.stayed[place]?.rate?.rate })
            }
            for (place, days) in EarlyAttrition.windows.enumerated() {
                columns.append(
                    .rate(Phrase(zh: "\(days) 天内离职率", en: "Left within \(days) days"), .public) {
                        $0.left[place]?.rate?.rate
                    })
            }
            return Export(Phrase(zh: "批次留存", en: "Cohort retention"), columns: columns) { tx in
                let sheet = try desk.sheet(on: question.through, as: viewer, house, tx)
                let table = try desk.cohorts(question, sheet)
                return table.rows + (table.whole.map { [$0] } ?? [])
            }
        }
    }

    static func turnoverSurvival(_ desk: TurnoverDesk) -> ListExport {
        ListExport(
            "turnover-survival", of: "/turnover/survival", Phrase(zh: "导出留存曲线", en: "Export survival"),
            reading: .readTurnover, query: CohortQuestion.survivalFields
        ) { asked in
            let (viewer, house) = (asked.viewer, asked.house)
            let question = try CohortQuestion(asked.query, today: house.today)
            let columns: [ExportColumn<(curve: StayingCurves.Curve, step: StayingCurves.Step)>] = [
                .words(TurnoverWords.group, .public) { $0.curve.name },
                .integer(Phrase(zh: "入职", en: "Joined"), .public) { $0.curve.people },
                .integer(question.kind.name, .public) { $0.curve.left },
                .integer(Phrase(zh: "入职后天数", en: "Days since the first day"), .public) { $0.step.day },
                .integer(Phrase(zh: "仍在观察", en: "Still observed"), .public) { $0.step.atRisk },
                .rate(Phrase(zh: "仍在职比例", en: "Share still employed"), .public) { rounded($0.step.staying) },
                .rate(Phrase(zh: "95% 下限", en: "95% low"), .public) { rounded($0.step.low) },
                .rate(Phrase(zh: "95% 上限", en: "95% high"), .public) { rounded($0.step.high) },
            ]
            return Export(Phrase(zh: "留存曲线", en: "Survival curves"), columns: columns) { tx in
                let sheet = try desk.sheet(on: question.through, as: viewer, house, tx)
                return try CohortRoutes.curves(question, desk, sheet, tx).curves.flatMap { curve in
                    curve.steps.map { (curve, $0) }
                }
            }
        }
    }

    /// An estimate to six places, as much as anybody reads.
    private static func rounded(_ share: Double) -> Rate { Rate(billionths: Int64((share * 1e6).rounded()) * 1_000) }

    static func turnoverCost(_ desk: TurnoverDesk) -> ListExport {
        ListExport(
            "turnover-cost", of: "/turnover/cost", Phrase(zh: "导出流失成本", en: "Export the cost of turnover"),
            reading: .readTurnover, query: CostRoutes.fields
        ) { asked in
            let (viewer, house) = (asked.viewer, asked.house)
            let question = try CostRoutes.question(asked.query, today: house.today)
            let columns: [ExportColumn<TurnoverCost.Row>] = [
                .words(Phrase(zh: "职级", en: "Level"), .public) { $0.name },
                .integer(question.kind.name, .public) { $0.leavers },
                .integer(Phrase(zh: "其中关键岗位", en: "On key positions"), .public) { $0.onKeyPositions },
                .money(Phrase(zh: "平均年薪", en: "Mean yearly pay")) { $0.yearlyPay },
                .rate(Phrase(zh: "成本倍数", en: "Multiple"), .public) { $0.multiple },
                .money(Phrase(zh: "流失成本", en: "Cost")) { $0.cost },
            ]
            return Export(
                Phrase(zh: "流失成本", en: "Cost of turnover"), columns: columns.seen(by: viewer, .readTurnover)
            ) { tx in try CostRoutes.load(question, desk, viewer, house, tx).cost.rows }
        }
    }

    static var turnoverBenchmarks: ListExport {
        ListExport(
            "turnover-benchmarks", of: "/turnover/benchmarks", Phrase(zh: "导出行业基准", en: "Export benchmarks"),
            reading: .readTurnover
        ) { _ in
            let columns: [ExportColumn<Benchmark>] = [
                .text(BenchmarkForm.name.label, .public) { $0.name },
                .integer(BenchmarkForm.year.label, .public) { $0.year },
                .rate(BenchmarkForm.rate.label, .public) { $0.rate },
                .words(TurnoverWords.kind, .public) { $0.kind.name },
                .words(TurnoverWords.definition, .public) { $0.definition.name },
                .text(BenchmarkForm.source.label, .public) { $0.source },
            ]
            return Export(Phrase(zh: "行业基准", en: "Benchmarks"), columns: columns) { tx in try BenchmarkStore.all(tx) }
        }
    }
}
