import Kernel
import Shell

extension SheetVocabulary {
    /// Pay by person and month, or a new base pay from a day on.
    package static let pay = SheetVocabulary(
        "pay", "薪酬", "Pay",
        [
            .number, .name(.optional),
            SheetField(
                "record", "工资编号", "Pay record", .text, .pay, .optional,
                ["工资ID", "工资单号", "工资条编号", "Payslip ID", "Record ID"]),
            SheetField(
                "month", "工资月份", "Pay month", .month, .pay, .optional,
                ["月份", "所属月份", "薪资月份", "发薪月份", "Month", "Period", "Payroll Month"]),
            SheetField(
                "pay_day", "工资日期", "Pay date", .day, .pay, .optional,
                ["发薪日期", "发放日期", "工资发放日期", "Pay Day", "Payment Date"]),
            SheetField(
                "from", "生效日期", "Effective from", .day, .pay, .optional, ["调薪日期", "调薪生效日期", "Effective Date", "From"]),
            .basePay,
            money("position_pay", "岗位工资", "Position pay", ["职务工资", "Position Allowance"]),
            money("performance_pay", "绩效工资", "Performance pay", ["绩效奖金", "绩效", "Performance Bonus"]),
            money("bonus", "奖金", "Bonus", ["季度奖", "月度奖金", "Bonuses"]),
            money("overtime_pay", "加班费", "Overtime pay", ["加班工资", "Overtime"]),
            SheetField(
                "hours", "工时", "Hours", .decimal, .pay, .optional,
                ["工作小时", "出勤工时", "实际工时", "Work Hours", "Hours Worked"]),
            money("hourly_pay", "时薪", "Hourly pay", ["小时工资", "Hourly Rate", "Hourly Wage"]),
            money("sales", "销售额", "Sales", ["销售额度", "销售业绩", "业绩", "Sales Amount"]),
            SheetField(
                "commission_rate", "提成比例", "Commission rate", .rate, .pay, .optional,
                ["销售提成比例", "佣金比例"]),
            money("commission", "提成", "Commission", ["销售提成额度", "销售提成", "提成额度", "佣金"]),
            money("project_allowance", "项目补助", "Project allowance", ["项目补贴", "项目津贴"]),
            money("housing_allowance", "住房补助", "Housing allowance", ["房补", "住房补贴", "租房补贴"]),
            money("travel_allowance", "交通补助", "Travel allowance", ["交通补贴", "车补", "Transport Allowance"]),
            money("phone_allowance", "通讯补助", "Phone allowance", ["通讯补贴", "话补", "话费补贴"]),
            money("meal_allowance", "伙食补助", "Meal allowance", ["餐补", "伙食补贴", "餐费补贴"]),
            money("heat_allowance", "高温补助", "Heat allowance", ["高温补贴", "高温津贴"]),
            money("heating_allowance", "取暖补助", "Heating allowance", ["取暖补贴", "取暖费"]),
            money("other_allowance", "其他补助", "Other allowance", ["其他补贴", "补贴", "津贴", "Allowance", "Allowances"]),
            money("deduction", "扣款", "Deduction", ["考勤扣款", "缺勤扣款", "其他扣款", "Deductions"]),
            money("gross", "应发工资", "Gross pay", ["应发合计", "应发", "税前工资", "工资金额", "Gross", "Gross Salary", "Total Pay"]),
            money("tax", "个人所得税", "Income tax", ["个税", "代扣个税", "Tax"]),
            money("net", "实发工资", "Net pay", ["实发", "实发合计", "税后工资", "到手工资", "Net", "Net Salary"]),
            money("employer_cost", "人工成本", "Cost to the company", ["总投入金额", "用工成本", "总成本", "Total Cost"]),
        ] + contributions + [.note],
        leftOut: [
            runningNumber,
            LeftOut(
                reason: Phrase(zh: "来源系统的记录时间，不导入", en: "When the other system stored the row; not imported"),
                headers: ["创建日期", "创建时间", "更新时间", "更新日期", "修改时间", "Created At", "Updated At"]),
        ])

    /// Each scheme on both sides, as payroll sheets name them.
    private static let contributions: [SheetField] =
        [
            ("pension", "养老保险", "pension"), ("medical", "医疗保险", "medical insurance"),
            ("unemployment", "失业保险", "unemployment insurance"), ("injury", "工伤保险", "work injury insurance"),
            ("maternity", "生育保险", "maternity insurance"), ("housing_fund", "住房公积金", "housing fund"),
        ].flatMap { code, zh, en in
            let short = zh.replacing("保险", with: "").replacing("住房", with: "")
            return [("employer", "单位", "Employer"), ("employee", "个人", "Employee")].map { side, sideZh, sideEn in
                money(
                    "\(side)_\(code)", sideZh + zh, "\(sideEn) \(en)",
                    [sideZh + zh + "金额", sideZh + short, sideZh + short + "金额", zh + sideZh])
            }
        }

    private static func money(_ code: String, _ zh: String, _ en: String, _ synonyms: [String]) -> SheetField {
        SheetField(code, zh, en, .money, .pay, .optional, synonyms)
    }
}
