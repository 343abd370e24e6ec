import Kernel
import Shell

extension SheetVocabulary {
    /// Units one by one.
    package static let units = SheetVocabulary(
        "units", "组织单元", "Units",
        [
            SheetField(
                "path", "部门全路径", "Unit path", .unitPath, .public, .required,
                [
                    "部门路径", "组织路径", "组织全路径", "部门", "部门名称", "组织单元", "组织名称", "名称", "Path", "Department", "Unit",
                    "Unit Name", "Full Path",
                ]),
            SheetField(
                "parent", "上级部门", "Parent unit", .unitPath, .public, .optional,
                ["上级组织", "上级单元", "所属上级", "父部门", "Parent", "Parent Department", "Parent Unit"]),
            SheetField(
                "code", "部门编码", "Unit code", .text, .work, .optional,
                ["组织编码", "部门代码", "部门编号", "组织代码", "Code", "Department Code", "Org Code"]),
            SheetField(
                "kind", "类型", "Kind", .words(.unitKind), .public, .optional,
                ["组织类型", "部门类型", "单元类型", "Unit Type", "Type"]),
            SheetField(
                "head", "负责人", "Head", .person, .public, .optional,
                ["部门负责人", "部门主管", "负责人工号", "部门经理", "Unit Head", "Department Head", "Head ID"]),
            SheetField(
                "partner", "HRBP", "HR partner", .person, .work, .optional, ["人力资源伙伴", "HRBP工号", "HR Business Partner"]),
            SheetField("cost_centre", "成本中心", "Cost centre", .text, .work, .optional, ["Cost Center", "费用中心"]),
            SheetField("city", "城市", "City", .text, .public, .optional, ["所在城市", "办公城市", "Location"]),
            SheetField(
                "opened", "设立日期", "Opened on", .day, .work, .optional,
                ["成立日期", "生效日期", "启用日期", "Effective From", "Open Date"]),
            SheetField(
                "closed", "撤销日期", "Closed on", .day, .work, .optional,
                ["停用日期", "失效日期", "关闭日期", "Close Date", "Effective To"]),
            .note,
        ], leftOut: [runningNumber])

    /// Posts one by one: the history of transfers.
    package static let assignments = SheetVocabulary(
        "assignments", "任职记录", "Assignments",
        [
            .number, .name(.optional),
            SheetField(
                "from", "任职开始日期", "Effective from", .day, .work, .required,
                [
                    "生效日期", "开始日期", "任职日期", "调动日期", "异动日期", "任职起始日期", "变更日期", "From", "Effective Date", "Start Date",
                    "Transfer Date",
                ]),
            SheetField(
                "through", "任职结束日期", "Effective through", .day, .work, .optional,
                ["结束日期", "任职终止日期", "失效日期", "Through", "Effective To", "End Date"]),
            SheetField(
                "unit", "部门", "Department", .unitPath, .public, .required,
                [
                    "调入部门", "新部门", "部门全路径", "部门路径", "任职部门", "调动后部门", "异动后部门", "所属部门", "Unit", "Department Path",
                    "New Department", "To Department",
                ]),
            SheetField(
                "position", "岗位", "Position", .text, .public, .optional,
                ["职位", "新岗位", "任职岗位", "调动后岗位", "异动后岗位", "职务", "Job Title", "Title", "New Position"]),
            SheetField("level", "职级", "Level", .text, .work, .optional, ["新职级", "调动后职级", "级别", "Grade", "Job Level"]),
            SheetField(
                "manager", "直属上级", "Manager", .person, .work, .optional,
                ["直接上级", "上级", "新上级", "上级工号", "汇报对象", "Reports To", "Supervisor", "Manager ID"]),
            SheetField(
                "role", "主岗/兼岗", "Role", .words(.assignmentRole), .work, .optional,
                ["任职类型", "岗位性质", "是否主岗", "Assignment Type"]),
            SheetField("share", "工时占比", "Share", .rate, .work, .optional, ["占比", "工作比例", "FTE", "Allocation"]),
            SheetField(
                "cause", "异动类型", "Cause", .words(.assignmentCause), .work, .optional,
                ["调动类型", "变动类型", "变更原因", "异动原因", "Change Type", "Action"]),
            .note,
        ],
        leftOut: [
            runningNumber,
            LeftOut(
                reason: Phrase(zh: "由上一条任职得出，不导入", en: "Known from the post before; not imported"),
                headers: [
                    "调出部门", "原部门", "调动前部门", "异动前部门", "原岗位", "调动前岗位", "异动前岗位", "原职级", "原上级", "From Department",
                    "Old Department",
                    "Old Position",
                ]),
        ])

    /// Contracts one by one: all of a person's, not only the current one.
    package static let contracts = SheetVocabulary(
        "contracts", "劳动合同", "Contracts",
        [.number, .name(.optional)]
            + contractFields.map { field in
                field.code == "contract_start" ? field.with(.required, ["起始日期", "开始日期", "Start Date", "From"]) : field
            } + [
                SheetField(
                    "employer", "签约主体", "Employer", .text, .work, .optional,
                    ["合同主体", "用人单位", "签订单位", "合同公司", "Company", "Legal Entity"]),
                SheetField(
                    "term_months", "合同期限（月）", "Term in months", .count, .personal, .optional,
                    ["合同期限", "合同月数", "Term", "Contract Months"]),
                SheetField(
                    "probation_months", "试用期（月）", "Probation months", .count, .work, .optional,
                    ["试用期", "试用期月数", "Probation"]),
                SheetField(
                    "probation_end", "试用期到期日", "Probation end", .day, .work, .optional,
                    ["试用期结束日期", "试用期至", "Probation End Date"]),
                SheetField(
                    "ended", "实际终止日期", "Really ended on", .day, .personal, .optional,
                    ["解除日期", "合同解除日期", "提前终止日期", "Ended On"]),
                .note,
            ], leftOut: [runningNumber])

    /// Leavers one by one.
    package static let separations = SheetVocabulary(
        "separations", "离职记录", "Separations",
        [
            .number, .name(.optional),
            SheetField(
                "last_day", "离职日期", "Last day", .day, .work, .required,
                [
                    "离职时间", "最后工作日", "离职生效日期", "Last Working Day", "Leaving Date", "Termination Date", "Exit Date",
                    "Separation Date",
                ]),
            SheetField(
                "notice_day", "提出日期", "Notice date", .day, .personal, .optional,
                ["离职申请日期", "提出离职日期", "申请日期", "Notice Day", "Resignation Date"]),
            SheetField(
                "separation_kind", "离职类型", "Kind of leaving", .words(.separationKind), .personal, .optional,
                ["离职性质", "离职方式", "Separation Type", "Termination Type"]),
            SheetField(
                "separation_reason", "离职原因", "Reason for leaving", .words(.separationReason), .personal, .optional,
                ["离职原因分类", "离职主要原因", "Leaving Reason", "Termination Reason", "Reason"]),
            SheetField(
                "regret", "是否遗憾离职", "Regretted", .words(.regret), .personal, .optional, ["遗憾离职", "Regrettable"]),
            SheetField("destination", "离职去向", "Destination", .text, .personal, .optional, ["去向", "Next Employer"]),
            .note,
        ], leftOut: [runningNumber])
}

extension SheetField {
    /// The same field where another sheet needs it more or calls it more shortly.
    func with(_ need: Need, _ more: [String]) -> SheetField {
        SheetField(code, label.zh, label.en, kind, fieldClass, need, synonyms + more)
    }
}
