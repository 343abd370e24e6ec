import Kernel

@testable import Markup

/// Charts with figures as they occur, for snapshots and drawing tests.
enum Samples {
    static let tree = TreeChart.Node(
        Phrase(zh: "全体员工", en: "Everyone"), share: 0.161, n: 1470,
        children: [
            branch("月收入 ≤ 2,800", "Monthly income ≤ 2,800", 0.42, 260, 3),
            branch("月收入 > 2,800", "Monthly income > 2,800", 0.105, 1210, 3),
        ])

    private static func branch(
        _ zh: String, _ en: String, _ share: Double, _ n: Int, _ levels: Int
    ) -> TreeChart.Node {
        let rules: [(String, String)] = [
            ("加班 = 是", "Overtime = Yes"), ("司龄 ≤ 1.5 年", "Years at company ≤ 1.5"),
            ("岗位 ∈ 销售代表、实验技术员、人事专员", "Job role in Sales Representative, Laboratory Technician"),
        ]
        let others = [
            ("加班 = 否", "Overtime = No"), ("司龄 > 1.5 年", "Years at company > 1.5"), ("其他岗位", "Other job roles"),
        ]
        guard levels > 0 else { return .init(Phrase(zh: zh, en: en), share: share, n: n) }
        let (left, right) = (rules[3 - levels], others[3 - levels])
        return .init(
            Phrase(zh: zh, en: en), share: share, n: n,
            children: [
                branch(left.0, left.1, min(0.95, share * 1.6), n / 3, levels - 1),
                branch(right.0, right.1, share * 0.7, n - n / 3, levels - 1),
            ])
    }

    static let bars = BarChart(
        id: "bars", title: Phrase(zh: "各部门离职比例", en: "Share who left, by department"),
        note: Phrase(zh: "横线为 95% 区间", en: "Lines are 95% intervals"),
        value: Axis(Phrase(zh: "离职比例", en: "Share who left"), format: .percent(1)),
        bars: [
            .init(Phrase(zh: "销售部", en: "Sales"), 0.206, low: 0.171, high: 0.246, n: 446),
            .init(
                Phrase(zh: "人力资源与行政综合管理中心（华东大区）", en: "Human resources and administration, east region"), 0.19,
                low: 0.11, high: 0.31, n: 63),
            .init(Phrase(zh: "研发部", en: "Research and development"), 0.138, low: 0.117, high: 0.162, n: 961),
            .init(Phrase(zh: "法务部", en: "Legal"), 0, low: 0, high: 0.3, n: 9),
        ], reference: .init(Phrase(zh: "全公司", en: "Company"), 0.161))

    static let tiers = BarChart(
        id: "tiers", title: Phrase(zh: "各档实际离职比例", en: "Share who left, by tier"),
        value: Axis(Phrase(zh: "离职比例", en: "Share who left"), format: .percent(1)),
        bars: zip(Tier.allCases, [0.028, 0.071, 0.12, 0.21, 0.478]).map {
            .init($0.word, $1, low: $1 * 0.8, high: $1 * 1.2, n: 294, tier: $0)
        })

    static let line = LineChart(
        id: "line", title: Phrase(zh: "月度离职率", en: "Monthly turnover"),
        note: Phrase(zh: "滚动 12 个月，带状为 95% 区间", en: "Rolling twelve months; bands are 95% intervals"),
        x: Axis(
            Phrase(zh: "月份", en: "Month"),
            categories: (0..<18).map { Phrase(verbatim: "20\(25 + $0 / 12)-\($0 % 12 < 9 ? "0" : "")\($0 % 12 + 1)") }),
        y: Axis(Phrase(zh: "离职率", en: "Turnover"), format: .percent(1), includesZero: true),
        series: [
            .init(
                Phrase(zh: "总部", en: "Head office"),
                points: (0..<18).map { index in
                    let value = index == 7 ? .nan : 0.012 + 0.004 * Double(index % 5) / 4 + 0.0003 * Double(index)
                    return .init(Double(index), value, low: value * 0.75, high: value * 1.25)
                }),
            .init(
                Phrase(zh: "门店", en: "Stores"),
                points: (0..<18).map { index in
                    let value = 0.021 + 0.006 * Double((index + 2) % 4) / 3
                    return .init(Double(index), value, low: value * 0.85, high: value * 1.15)
                }),
            .init(
                Phrase(zh: "目标", en: "Target"), points: (0..<18).map { .init(Double($0), 0.015) }, isReference: true),
        ])

    static let share = ShareChart(
        id: "share", title: Phrase(zh: "各部门风险档构成", en: "Risk tiers by department"), parts: Tier.allCases.map(\.word),
        rows: [
            .init(Phrase(zh: "销售部", en: "Sales"), [60, 80, 110, 105, 91]),
            .init(Phrase(zh: "研发部", en: "Research"), [320, 260, 170, 131, 80]),
            .init(Phrase(zh: "人力资源", en: "Human resources"), [20, 18, 12, 8, 5]),
        ], colours: .tiers)

    static let shareOfSeries = ShareChart(
        id: "share2", title: Phrase(zh: "离职原因", en: "Reasons for leaving"),
        parts: [
            Phrase(zh: "薪酬", en: "Pay"), Phrase(zh: "发展", en: "Growth"), Phrase(zh: "管理", en: "Manager"),
            Phrase(zh: "通勤", en: "Commute"), Phrase(zh: "家庭", en: "Family"), Phrase(zh: "其他", en: "Other"),
        ],
        rows: [
            .init(Phrase(zh: "2024", en: "2024"), [30, 25, 20, 10, 9, 6]),
            .init(Phrase(zh: "2025", en: "2025"), [22, 31, 18, 14, 9, 6]),
        ])

    static let distribution = DistributionChart(
        id: "distribution", title: Phrase(zh: "预测概率分布", en: "Predicted probabilities"),
        x: Axis(Phrase(zh: "90 天内离职概率", en: "Probability of leaving within 90 days"), format: .percent(0)),
        edges: (0...20).map { Double($0) / 20 },
        groups: [
            .init(
                Phrase(zh: "留下的人", en: "Stayed"),
                counts: [310, 280, 190, 130, 90, 70, 50, 35, 25, 18, 12, 9, 6, 4, 2, 1, 1, 0, 0, 0]),
            .init(
                Phrase(zh: "离开的人", en: "Left"),
                counts: [8, 12, 15, 18, 20, 22, 21, 20, 19, 17, 14, 12, 11, 9, 7, 5, 4, 2, 1, 0]),
        ], markers: [.init(Phrase(zh: "基准比例", en: "Base rate"), 0.161)])

    static let calibration = CalibrationChart(
        id: "calibration", title: Phrase(zh: "预测与实际", en: "Predicted and observed"),
        note: Phrase(zh: "点越靠近虚线越准", en: "The nearer to the dashed line, the better"),
        groups: zip(
            [0.02, 0.05, 0.08, 0.12, 0.17, 0.24, 0.33, 0.46, 0.61],
            [0.018, 0.055, 0.07, 0.13, 0.19, 0.22, 0.36, 0.44, 0.66]
        )
        .enumerated().map { index, pair in
            .init(
                predicted: pair.0, observed: pair.1, low: pair.1 * 0.75, high: min(1, pair.1 * 1.25 + 0.01),
                n: [420, 300, 210, 160, 130, 100, 70, 50, 30][index])
        })

    static let survival = SurvivalChart(
        id: "survival", title: Phrase(zh: "入职后留存", en: "Staying after joining"),
        x: Axis(Phrase(zh: "司龄（月）", en: "Months since joining")),
        survival: Phrase(zh: "仍在职比例", en: "Share still employed"),
        curves: [
            curve(Phrase(zh: "有导师", en: "With a mentor"), 0.985),
            curve(Phrase(zh: "无导师", en: "Without a mentor"), 0.968),
        ])

    private static func curve(_ name: Phrase, _ keep: Double) -> SurvivalChart.Curve {
        var left = 1.0
        var steps: [SurvivalChart.Step] = [.init(0, 1, low: 1, high: 1, atRisk: 400)]
        for month in 1...36 {
            left *= month == 6 ? keep - 0.04 : keep
            let spread = 0.002 * Double(month)
            steps.append(
                .init(Double(month), left, low: left - spread, high: min(1, left + spread), atRisk: 400 - month * 9))
        }
        return .init(name, steps: steps)
    }

    static let waterfall = WaterfallChart(
        id: "waterfall", title: Phrase(zh: "张伟的风险怎么来的", en: "How the risk of Zhang Wei came about"),
        note: Phrase(zh: "对数几率", en: "Log-odds"), base: .init(Phrase(zh: "全体平均", en: "Average of everyone"), -1.65),
        contributions: [
            .init(Phrase(zh: "加班 = 是", en: "Overtime = Yes"), 0.82),
            .init(Phrase(zh: "月收入 = 2,341", en: "Monthly income = 2,341"), 0.55),
            .init(Phrase(zh: "司龄 = 1 年", en: "Years at company = 1"), 0.31),
            .init(Phrase(zh: "工作满意度 = 4", en: "Job satisfaction = 4"), -0.44),
            .init(Phrase(zh: "其余 26 项合计", en: "26 other facts together"), -0.12),
        ], resultLabel: Phrase(zh: "本人", en: "This person"))

    static let heat = HeatMap(
        id: "heat", title: Phrase(zh: "部门与司龄的离职比例", en: "Share who left by department and tenure"),
        rows: [
            Phrase(zh: "销售部", en: "Sales"), Phrase(zh: "研发部", en: "Research"),
            Phrase(zh: "人力资源", en: "Human resources"),
        ],
        columns: ["0–1", "2–3", "4–5", "6–10", ">10"].map { Phrase(zh: $0 + " 年", en: $0 + " years") },
        values: [[0.41, 0.27, 0.18, 0.12, 0.08], [0.31, 0.2, 0.11, 0.09, 0.05], [0.38, 0.22, .nan, 0.1, 0]],
        format: .percent(1))

    static let difference = HeatMap(
        id: "difference", title: Phrase(zh: "与平均相差", en: "Difference from the average"),
        rows: [Phrase(zh: "销售部", en: "Sales"), Phrase(zh: "研发部", en: "Research")],
        columns: (1...12).map { Phrase(zh: "\($0) 月", en: "M\($0)") },
        values: [
            [0.03, 0.02, 0.05, 0.01, -0.01, -0.02, 0, 0.02, 0.04, 0.06, 0.03, 0.02],
            [-0.02, -0.01, -0.03, 0, 0.01, 0.01, -0.02, -0.04, -0.05, -0.02, -0.01, 0],
        ], format: .signed(2), shades: .around(0))

    static let treeChart = TreeChart(
        id: "tree", title: Phrase(zh: "一棵可读的树", en: "A tree to read"),
        outcome: Phrase(zh: "离职比例", en: "Share who left"),
        root: tree)

    static let charts: [any Part] = [
        tiers, bars, line, share, shareOfSeries, distribution, calibration, survival, waterfall, heat, difference,
        treeChart,
    ]

    static let table = DataTable(
        id: "risk", caption: Phrase(zh: "风险名单", en: "Risk list"),
        columns: [
            TableColumn(Phrase(zh: "姓名", en: "Name")), TableColumn(Phrase(zh: "部门", en: "Department")),
            TableColumn(Phrase(zh: "概率", en: "Probability"), isNumber: true),
            TableColumn(Phrase(zh: "主要原因", en: "Main reasons")), TableColumn(Phrase(zh: "风险档", en: "Tier")),
        ],
        rows: [
            ("张伟", "销售部", 0.478, "加班 = 是;月收入 2,341;司龄 1 年", Tier.veryHigh),
            ("欧阳娜娜·阿不都热西提", "研发部 / 平台架构组", 0.31, "通勤 29 公里;两年未晋升;满意度 1", .high),
            ("李<b>娜</b>", "人力资源", 0.12, "单身;出差频繁;职级 1", .medium),
            ("王芳", "研发部", 0.031, "股权 2 级;司龄 11 年;满意度 4", .veryLow),
        ].map { name, unit, risk, reasons, tier in
            TableRow(
                [
                    .text(name), .text(unit), .number(risk, .percent(1)), .text(reasons),
                    TableCell(sortValue: Double(tier.rawValue)) { TierBadge(tier) },
                ], target: "/people/1")
        }, isSortable: true)

    static let fields: [Field] = [
        Field(
            id: "file", label: Phrase(zh: "表格文件", en: "Spreadsheet"),
            hint: Phrase(zh: "CSV 或 XLSX，第一行是列名", en: "CSV or XLSX with column names in the first row"),
            isRequired: true,
            control: .file(accept: ".csv,.gz,.xlsx")),
        Field(
            id: "target", label: Phrase(zh: "要预测的列", en: "Column to predict"), isRequired: true,
            control: .select(
                [Choice("Attrition", Phrase(verbatim: "Attrition")), Choice("Age", Phrase(verbatim: "Age"))],
                chosen: "Attrition")),
        Field(
            id: "folds", label: Phrase(zh: "折数", en: "Folds"),
            problem: Phrase(zh: "「1」太小。请写 2 到 20 之间的整数。", en: "1 is too small. Write a whole number from 2 to 20."),
            control: .number("1", min: "2", max: "20", step: "1")),
        Field(
            id: "model", label: Phrase(zh: "模型", en: "Model"), isRequired: true,
            control: .radios(
                [
                    Choice(
                        "auto", Phrase(zh: "自动", en: "Automatic"),
                        hint: Phrase(zh: "比较几种模型后选定", en: "Compares models and chooses")),
                    Choice("tree", Phrase(zh: "可读的树", en: "Readable tree")),
                ], chosen: "auto")),
        Field(
            id: "drop", label: Phrase(zh: "不使用的列", en: "Columns to leave out"),
            control: .checkboxes(
                [Choice("id", Phrase(verbatim: "EmployeeNumber")), Choice("x", Phrase(verbatim: "Over18"))],
                chosen: ["id"])),
        Field(id: "note", label: Phrase(zh: "备注", en: "Note"), control: .text("\"><script>alert(1)</script>")),
        Field(id: "keep", label: Phrase(zh: "保留文件", en: "Keep the file"), control: .checkbox(isOn: true)),
    ]

    static let figure = Figure(
        id: "why-1", value: Phrase(zh: "每 100 人约 23 人（23%）", en: "about 23 in 100 (23%)"),
        reason: Reason(
            formula: Phrase(zh: "过去 12 个月离职人数 ÷ 平均在职人数", en: "Leavers of the last 12 months ÷ average headcount"),
            inputs: [
                .init(Phrase(zh: "离职人数", en: "Leavers"), Phrase(verbatim: "237"), target: "/leavers"),
                .init(Phrase(zh: "平均在职", en: "Average headcount"), Phrase(verbatim: "1,030")),
            ], n: 1030, interval: Phrase(zh: "95% 区间 20.5%–25.7%", en: "95% interval 20.5%–25.7%"),
            asOf: Phrase(verbatim: "2026-11-22"), version: Phrase(verbatim: "1.2")))

    static let smallParts = HTML {
        Breadcrumbs(
            [.init(Phrase(zh: "首页", en: "Home"), "/"), .init(Phrase(zh: "分析", en: "Analyses"), "/analyses")],
            current: Phrase(zh: "花名册 2026-11", en: "Staff list 2026-11"))
        h1 { Phrase(zh: "谁最近可能离开？", en: "Who may leave soon?") }
        Flash(Phrase(zh: "已保存。", en: "Saved.")) { a(.href("/undo")) { Phrase(zh: "撤销", en: "Undo") } }
        SummaryFigures([
            .init(Phrase(zh: "人数", en: "People"), note: Phrase(zh: "去掉 3 行重复", en: "3 duplicates removed")) { "1,470" },
            .init(Phrase(zh: "离职比例", en: "Share who left"), note: Phrase(zh: "每 100 人约 16 人", en: "about 16 in 100")) {
                Figure(id: "why-0", value: Phrase(verbatim: "16.1%"), reason: figure.reason)
            },
            .init(
                Phrase(zh: "区分能力", en: "Ranking quality"),
                note: Phrase(zh: "0.5 为瞎猜，1 为完美", en: "0.5 is guessing, 1 is perfect")
            ) { "0.83" },
            .init(Phrase(zh: "高风险", en: "High risk")) { "91" },
        ])
        p(.class("lead")) {
            Phrase(zh: "可能在 90 天内离职：", en: "May leave within 90 days: ")
            figure
            Phrase(zh: "。", en: ".")
        }
        Notice(.warning, title: Phrase(zh: "一列可能泄露结果", en: "One column may give the outcome away")) {
            p {
                Phrase(
                    zh: "「离职面谈日期」只有离职后才会填写，已排除。",
                    en: "“Exit interview date” is filled in only after leaving; it was left out.")
            }
        }
        Notice(.information) { p { Phrase(zh: "文件只留在本机。", en: "The file stays on this machine.") } }
        p {
            TierBadge(.veryLow)
            " "
            TierBadge(.low)
            " "
            TierBadge(.medium)
            " "
            TierBadge(.high)
            " "
            TierBadge(.veryHigh)
            " "
            Badge(.good, Phrase(zh: "已完成", en: "Done"))
            " "
            Badge(.warning, Phrase(zh: "待确认", en: "To confirm"))
            " "
            Badge(.bad, Phrase(zh: "失败", en: "Failed"))
            " "
            Badge(.neutral, Phrase(zh: "草稿", en: "Draft"))
        }
        ProgressBar(
            id: "work", label: Phrase(zh: "正在训练", en: "Training"), value: 0.42,
            step: Phrase(zh: "第 3 折，共 5 折", en: "Fold 3 of 5"))
        EmptyState(
            title: Phrase(zh: "还没有分析", en: "No analyses yet"),
            explanation: Phrase(zh: "放入一份花名册，这里会列出结果。", en: "Drop a staff list and its results appear here.")
        ) { a(.class("button", "primary"), .href("/new")) { Phrase(zh: "开始分析", en: "Start") } }
        DefinitionList([
            .init(Phrase(zh: "文件", en: "File")) { "花名册.xlsx" }, .init(Phrase(zh: "模型", en: "Model")) { "boosted" },
        ])
    }
}
