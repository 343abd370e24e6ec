import Kernel

@testable import Markup

/// Pages of the web application as they occur, for snapshots and tests of the frame.
enum KitSamples {
    static let token = HiddenField("token", "t0k3n")

    static let menu: [MenuGroup] = [
        MenuGroup(nil, [MenuEntry("home", Phrase(zh: "工作台", en: "Workbench"), "/", icon: .home)]),
        MenuGroup(
            Phrase(zh: "人事", en: "People"),
            [
                MenuEntry("people", Phrase(zh: "花名册", en: "Directory"), "/people", icon: .people),
                MenuEntry("org", Phrase(zh: "组织架构", en: "Org chart"), "/units", icon: .tree),
                MenuEntry("contracts", Phrase(zh: "合同", en: "Contracts"), "/contracts", icon: .calendar, count: 12),
                MenuEntry("quality", Phrase(zh: "数据质量", en: "Data quality"), "/quality", icon: .shield),
            ]),
    ]

    static let frame = AppFrame(
        product: Phrase(zh: "留任", en: "Tenure"), menu: menu, inbox: .init("/inbox", count: 3),
        language: LanguageSwitch(zh: "/people?lang=zh", en: "/people?lang=en"),
        account: AccountMenu(
            name: "王小明", detail: Phrase(zh: "人事经理", en: "HR manager"),
            entries: [.link(Phrase(zh: "我的账号", en: "My account"), "/account")],
            signOut: AccountMenu.signingOut("/sign-out", hidden: [token])),
        assets: .linked(styles: ["/a.css"], scripts: ["/a.js"]))

    static let units = [
        Choice("", Phrase(zh: "全部部门", en: "All units")), Choice("3", Phrase(zh: "销售部", en: "Sales")),
    ]

    static func directory(_ rows: [TableRow]) -> ListPage {
        ListPage(
            views: SavedViews(
                [
                    .init(Phrase(zh: "在职", en: "In service"), "/people", isCurrent: true),
                    .init(Phrase(zh: "试用期", en: "On probation"), "/people?state=probation"),
                ], saving: ("/views", [token]), removal: SavedViews.removing("/views/2/deletion", hidden: [token])),
            filters: FilterBar(
                "/people", search: .init("zhang", hint: Phrase(zh: "姓名、拼音、工号", en: "Name, pinyin, number")),
                filters: [
                    .select("unit", Phrase(zh: "部门", en: "Unit"), units, chosen: "3"), .day("asof", nil, "2026-11-22"),
                    .text("city", Phrase(zh: "城市", en: "City"), ""),
                ], hidden: [HiddenField("sort", "-hired")], active: 2),
            active: ActiveFilters(
                [
                    .init(Phrase(zh: "部门：销售部", en: "Unit: Sales"), removal: "/people?asof=2026-11-22"),
                    .init(Phrase(zh: "截至 2026-11-22", en: "As of 2026-11-22"), removal: "/people?unit=3"),
                ], clearAll: "/people"),
            columns: ColumnChoice(
                "/people",
                choices: [Choice("unit", Phrase(zh: "部门", en: "Unit")), Choice("city", Phrase(zh: "城市", en: "City"))],
                chosen: ["unit"], hidden: [HiddenField("unit", "3")]),
            export: ExportMenu(
                csv: "/people.csv?unit=3", csvWithBOM: "/people.csv?unit=3&bom=1", xlsx: "/people.xlsx?unit=3"),
            table: DataTable(
                id: "people", caption: Phrase(zh: "花名册", en: "Directory"),
                columns: [
                    TableColumn(
                        Phrase(zh: "姓名", en: "Name"), sort: .init("/people?sort=-name", current: .ascending)),
                    TableColumn(Phrase(zh: "工号", en: "Number")), TableColumn(Phrase(zh: "部门", en: "Unit")),
                    TableColumn(Phrase(zh: "岗位", en: "Position")),
                    TableColumn(Phrase(zh: "入职日期", en: "Hired"), sort: .init("/people?sort=hired")),
                    TableColumn(Phrase(zh: "司龄（月）", en: "Months"), isNumber: true),
                    TableColumn(Phrase(zh: "状态", en: "State")),
                ], rows: rows, phone: .twoLines, selection: .init(), hidesCaption: true),
            bulk: BulkActions(
                [.init(Phrase(zh: "更换直属上级", en: "Change manager"), "/people/manager")], hidden: [token]),
            pages: Pagination(
                previous: "/people?before=x", next: "/people?after=y", shown: 501...550, total: .about(12_345)),
            empty: EmptyState(title: Phrase(zh: "没有符合条件的人", en: "Nobody matches")))
    }

    static let people: [TableRow] = [
        TableRow(
            [
                "张伟", "E0001", "销售部", "客户经理", .day(Day(iso: "2020-03-02")), .count(80),
                TableCell { StatusBadge(.good, Phrase(zh: "在职", en: "In service")) },
            ], target: "/people/1", key: "1"),
        TableRow(
            [
                "<b>欧阳娜娜</b>", .unknown(Phrase(zh: "尚未分配", en: "Not assigned yet")), .masked, "实习生", .day(nil),
                .money(Money(fen: 123_456)), TableCell { StatusBadge(.planned, Phrase(zh: "待入职", en: "Starts later")) },
            ], target: "/people/2"),
    ]

    static let record = HTML {
        RecordHeader(
            name: "阿依古丽·买买提", identity: [HTML("E0002"), HTML(Phrase(zh: "销售部", en: "Sales"))],
            state: StatusBadge(.running, Phrase(zh: "试用期", en: "On probation")),
            breadcrumbs: [.init(Phrase(zh: "花名册", en: "Directory"), "/people")],
            actions: [
                .link(Phrase(zh: "发起转正", en: "Confirm"), "/people/2/confirmation", look: .primary),
                .link(Phrase(zh: "调动", en: "Transfer"), "/people/2/transfer"),
            ])
        Tabs([
            .init(Phrase(zh: "概况", en: "Summary"), "/people/2", isCurrent: true),
            .init(Phrase(zh: "合同", en: "Contracts"), "/people/2/contracts", count: 2),
        ])
        RecordLayout(asideTitle: Phrase(zh: "时间线", en: "Timeline")) {
            KeyValueList([
                .init(Phrase(zh: "入职日期", en: "Hired"), .day(Day(iso: "2026-11-22")!)),
                .init(Phrase(zh: "手机", en: "Phone"), nil, unknown: Phrase(zh: "入职时未填写", en: "Not given at hiring")),
                .init(Phrase(zh: "月薪", en: "Monthly pay"), .hidden(nil)),
                .init(
                    Phrase(zh: "证件号码", en: "Identity number"),
                    .part(
                        MaskedValue(
                            shown: "310***********1234", reason: Phrase(zh: "查看会留下记录", en: "Seeing it is recorded"),
                            reveal: .post(Words.show, "/people/2/identity", hidden: [token], look: .quiet)))),
                .init(Phrase(zh: "直属上级", en: "Manager"), .part(PersonChip("Anna Berg", target: "/people/9"))),
                .init(Phrase(zh: "成本", en: "Cost"), .part(MoneyLabel(Money(fen: 12_345_678), .rounded))),
                .init(Phrase(zh: "补贴", en: "Allowance"), .money(Money(fen: 12_345))),
            ])
        } aside: {
            TimelineList([
                .init(
                    Day(iso: "2027-02-21")!, kind: Phrase(zh: "转正", en: "Confirmation"),
                    title: Phrase(zh: "试用期届满", en: "Probation ends"), isPlanned: true),
                .init(
                    Day(iso: "2026-11-22")!, kind: Phrase(zh: "入职", en: "Hired"),
                    title: Phrase(zh: "入职销售部", en: "Joined Sales"), detail: Phrase(zh: "客户经理", en: "Account manager"),
                    target: "/people/2/assignments/1"),
                .init(
                    Day(iso: "2026-11-01")!, kind: Phrase(zh: "合同", en: "Contract"),
                    title: Phrase(zh: "签订三年期合同", en: "Signed for three years")),
            ])
        }
    }

    static let work = HTML {
        Workbench(
            needs: NeedsToday(
                [
                    .init(
                        Phrase(zh: "张伟的合同 30 天后到期", en: "The contract of Zhang Wei ends in 30 days"),
                        detail: Phrase(zh: "第二次固定期限", en: "Second fixed term"),
                        action: .link(Phrase(zh: "决定续签", en: "Decide"), "/contracts/1")
                    ) { Badge(.bad, Phrase(zh: "紧急", en: "Urgent")) }
                ], all: (9, "/inbox")),
            changes: ChangeList(
                [.init(Phrase(zh: "昨天", en: "Yesterday"), Phrase(zh: "3 人入职", en: "3 joined"), target: "/joiners")],
                all: "/changes")
        ) { Sparkline([1, 2, .nan, 4, 3], label: Phrase(zh: "近 5 个月", en: "Last five months")) }
        NeedsToday([])
        ChangeList([])
        OrgTree(
            [
                .init(
                    "总部", kind: Phrase(zh: "公司", en: "Company"), head: .init("王小明", target: "/people/1"),
                    headcount: 1234,
                    target: "/units/1", note: Phrase(zh: "2 个岗位空缺", en: "2 vacancies"),
                    units: [
                        .init("销售部", headcount: 300, rest: (12, "/units/2")),
                        .init("研发部", headcount: 1, target: "/units/3"),
                    ], isOpen: true)
            ], label: Phrase(zh: "组织架构", en: "Org chart"))
        MonthList(
            [
                .init(
                    Day(iso: "2026-11-20")!, "张伟", detail: Phrase(zh: "首次固定期限", en: "First term"),
                    target: "/contracts/1"),
                .init(Day(iso: "2026-11-23")!, "李娜") { a(.href("/contracts/2")) { Phrase(zh: "续签", en: "Renew") } },
                .init(Day(iso: "2027-01-10")!, "王芳"), .init(Day(iso: "2027-02-10")!, "赵敏"),
                .init(Day(iso: "2027-06-10")!, "孙立"),
            ], today: Day(iso: "2026-11-23")!)
        StepList(
            [
                .init(Phrase(zh: "上传文件", en: "Upload"), target: "/imports/1/file"),
                .init(Phrase(zh: "对应列", en: "Columns")),
                .init(Phrase(zh: "检查", en: "Check")), .init(Phrase(zh: "导入", en: "Import")),
            ], current: 1)
        ProblemTable([
            .init(
                row: 18, column: "入职日期", value: "2023-13-01",
                Phrase(zh: "不是日期。请写成 2023-12-01。", en: "Not a date. Write it like 2023-12-01.")),
            .init(
                row: nil, column: nil, value: nil, Phrase(zh: "有 3 行完全相同。", en: "Three rows are the same."),
                weight: .warning),
        ])
        Diff([.init(Phrase(zh: "部门", en: "Unit"), "销售部", "研发部"), .init(Phrase(zh: "职级", en: "Level"), nil, "P5")])
        DecisionDialog(
            id: "end", open: .link(Phrase(zh: "终止合同", en: "End contract"), "/contracts/1/end", look: .destructive),
            title: Phrase(zh: "终止张伟的合同？", en: "End the contract of Zhang Wei?"),
            confirm: .post(
                Phrase(zh: "终止合同", en: "End contract"), "/contracts/1/end", hidden: [token], look: .destructive)
        ) { p { Phrase(zh: "需要支付经济补偿 ¥12,345.00。", en: "Severance of CNY 12,345.00 is due.") } }
        PageAction.post(Phrase(zh: "撤销", en: "Undo"), "/undo", hidden: [token])
        Field(id: "day", label: Phrase(zh: "生效日期", en: "Effective"), isRequired: true, control: .day("2026年11月22日"))
        Field(id: "pay", label: Phrase(zh: "月薪", en: "Monthly pay"), isRequired: true, control: .money("12,000"))
    }
}
