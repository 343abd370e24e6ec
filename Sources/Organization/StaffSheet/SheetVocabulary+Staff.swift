import Kernel
import Shell

extension SheetField {
    /// The staff number finds the person in every sheet; names repeat.
    static let number = SheetField(
        "number", "工号", "Employee ID", .text, .public, .required,
        [
            "员工编号", "员工号", "员工工号", "员工ID", "人员编号", "职工编号", "职工号", "员工代码", "编号", "雇员编号", "Employee No",
            "Employee Number",
            "Employee Code", "Emp ID", "Emp No", "EmployeeID", "Staff ID", "Staff No", "Staff Number",
            "Personnel Number",
            "Worker ID", "ID", "用户ID", "userid",
        ])

    static func name(_ need: Need) -> SheetField {
        SheetField(
            "name", "姓名", "Name", .name, .public, need,
            [
                "员工姓名", "名字", "中文名", "中文姓名", "人员姓名", "Full Name", "Employee Name", "Staff Name", "Chinese Name",
                "Legal Name",
            ])
    }

    static let note = SheetField(
        "note", "备注", "Note", .text, .personal, .optional,
        ["说明", "备注说明", "Notes", "Remark", "Remarks", "Comment", "Comments"])

    static let basePay = SheetField(
        "base_pay", "基本工资", "Base pay", .money, .pay, .optional,
        [
            "底薪", "基本薪资", "基本薪酬", "固定工资", "岗位工资标准", "月薪标准", "转正工资", "月工资", "Base Salary", "Basic Salary", "Basic Pay",
            "Monthly Salary", "Salary",
        ])
}

extension SheetVocabulary {
    /// 花名册: one row per person, everything that is known about them.
    package static let staff = SheetVocabulary(
        "staff", "员工花名册", "Staff sheet", identityFields + postFields + employmentFields + privateFields + endFields,
        leftOut: [derived, analysisOnly, runningNumber])

    private static let identityFields: [SheetField] = [
        .number, .name(.required),
        SheetField(
            "former_name", "曾用名", "Former name", .text, .work, .optional, ["原名", "Maiden Name", "Previous Name"]),
        SheetField("gender", "性别", "Gender", .words(.gender), .personal, .optional, ["男女", "Sex"]),
        SheetField(
            "birthday", "出生日期", "Birth date", .day, .personal, .optional,
            ["生日", "出生年月日", "出生年月", "出生时间", "Date of Birth", "DOB", "Birthday", "Birth Day"]),
        SheetField(
            "identity_kind", "证件类型", "Document type", .words(.identityKind), .sensitive, .optional,
            ["证件种类", "身份证件类型", "ID Type"]),
        SheetField(
            "identity_number", "身份证号", "Identity number", .identityNumber, .sensitive, .optional,
            [
                "身份证号码", "身份证", "证件号码", "证件号", "身份证件号码", "公民身份号码", "居民身份证号", "ID Number", "ID Card", "ID Card Number",
                "ID No", "National ID", "Document Number",
            ]),
        SheetField(
            "mobile", "手机号", "Mobile", .phone, .personal, .optional,
            [
                "手机", "手机号码", "电话", "电话号码", "联系电话", "联系方式", "移动电话", "个人手机", "Mobile Phone", "Mobile Number", "Phone",
                "Phone Number", "Cell", "Cell Phone", "Telephone", "Tel",
            ]),
        SheetField(
            "work_mail", "工作邮箱", "Work email", .mail, .work, .optional,
            [
                "邮箱", "企业邮箱", "公司邮箱", "电子邮箱", "电子邮件", "邮箱地址", "邮件", "Email", "E-mail", "Mail", "Email Address",
                "Company Email",
            ]),
        SheetField("private_mail", "个人邮箱", "Personal email", .mail, .personal, .optional, ["私人邮箱", "Private Email"]),
        SheetField(
            "work_phone", "办公电话", "Work phone", .phone, .work, .optional,
            ["座机", "分机", "工作电话", "固定电话", "Office Phone", "Extension"]),
    ]

    private static let postFields: [SheetField] = [
        SheetField(
            "unit", "部门", "Department", .unitPath, .public, .optional,
            [
                "所属部门", "所在部门", "部门全路径", "部门路径", "部门名称", "组织", "组织单元", "所属组织", "组织全路径", "一级部门/二级部门", "单位", "Dept",
                "Department Name", "Department Path", "Unit", "Org Unit", "Organization", "Team",
            ]),
        SheetField(
            "position", "岗位", "Position", .text, .public, .optional,
            [
                "职位", "职务", "岗位名称", "职位名称", "工种", "现任岗位", "任职岗位", "Job", "Job Title", "Title", "Position Title",
                "Job Name", "Role", "Job Role",
            ]),
        SheetField(
            "level", "职级", "Level", .text, .work, .optional,
            ["职等", "级别", "岗位级别", "职位级别", "职级名称", "Grade", "Job Level", "Job Grade", "Rank", "Band"]),
        SheetField(
            "manager", "直属上级", "Manager", .person, .work, .optional,
            [
                "直接上级", "上级", "上级主管", "直属主管", "直属领导", "汇报对象", "汇报上级", "汇报人", "部门负责人", "上级工号", "直属上级工号", "直接上级工号",
                "上级姓名", "直属上级姓名", "Reports To", "Supervisor", "Line Manager", "Direct Manager", "Manager ID",
                "Manager Name",
            ]),
        SheetField("cost_centre", "成本中心", "Cost centre", .text, .work, .optional, ["Cost Center", "费用归属", "费用中心"]),
        SheetField(
            "work_city", "工作城市", "Work city", .text, .work, .optional,
            ["工作地", "工作地点", "办公地点", "城市", "所在城市", "City", "Location", "Work Location", "Office"]),
    ]

    private static let employmentFields: [SheetField] =
        [
            SheetField(
                "employment_kind", "用工形式", "Employment type", .words(.employmentKind), .work, .optional,
                ["用工性质", "员工类型", "人员类型", "用工类型", "员工性质", "聘用形式", "类别", "人员类别", "Worker Type", "Type", "Contract Basis"]),
            SheetField(
                "state", "状态", "Status", .words(.state), .work, .optional,
                ["员工状态", "在职状态", "人员状态", "任职状态", "是否在职", "Employee Status", "Employment Status", "Active"]),
            SheetField(
                "hire_day", "入职日期", "Hire date", .day, .work, .required,
                [
                    "入职时间", "入职日", "入司日期", "入司时间", "到岗日期", "到岗时间", "报到日期", "参加本单位时间", "进司日期", "加入日期", "Hire Day",
                    "Start Date", "Date of Joining", "Join Date", "Joining Date", "Date Joined", "Onboard Date",
                    "Entry Date",
                    "Date of Hire",
                ]),
            SheetField(
                "probation_end", "试用期到期日", "Probation end", .day, .work, .optional,
                ["试用期结束日期", "试用期截止", "试用期截止日期", "试用到期", "试用期至", "试用期满日期", "Probation End Date", "End of Probation"]),
            SheetField(
                "probation_months", "试用期（月）", "Probation months", .count, .work, .optional,
                ["试用期", "试用期月数", "试用期限", "试用月数", "Probation", "Probation Period"]),
            SheetField(
                "confirmation_day", "转正日期", "Confirmation date", .day, .work, .optional,
                ["转正时间", "实际转正日期", "转正日", "Confirmed On", "Regularization Date", "Confirmation Day"]),
            SheetField(
                "seniority_day", "工龄起算日", "Seniority date", .day, .work, .optional,
                ["司龄起算日", "连续工龄起算日", "司龄起始日期", "Seniority Day", "Service Date", "Continuous Service Date"]),
            SheetField(
                "first_work_day", "参加工作日期", "First day of work", .day, .personal, .optional,
                ["参加工作时间", "首次参加工作时间", "首次工作日期", "工作起始日期", "Career Start"]),
            SheetField(
                "payer", "发薪主体", "Paying company", .text, .work, .optional,
                ["工资发放主体", "所属公司", "公司", "法人公司", "Payer", "Company", "Legal Entity"]),
            SheetField(
                "insurer", "参保主体", "Insuring company", .text, .work, .optional, ["社保主体", "参保单位", "社保缴纳单位", "Insurer"]),
        ] + contractFields

    /// The current contract, as staff sheets carry it.
    static let contractFields: [SheetField] = [
        SheetField(
            "contract_number", "合同编号", "Contract number", .text, .personal, .optional,
            ["劳动合同编号", "合同号", "Contract No", "Contract ID"]),
        SheetField(
            "contract_kind", "合同类型", "Contract type", .words(.contractKind), .personal, .optional,
            ["劳动合同类型", "合同期限类型", "合同性质", "Contract Kind", "Contract Term Type"]),
        SheetField(
            "contract_start", "合同起始日期", "Contract start", .day, .personal, .optional,
            [
                "合同起始", "合同起始日", "合同开始日期", "合同开始时间", "合同起始时间", "劳动合同起始日期", "劳动合同开始日期", "合同生效日期", "Contract Start Date",
                "Contract From",
            ]),
        SheetField(
            "contract_last", "合同到期日期", "Contract end", .day, .personal, .optional,
            [
                "合同到期", "合同到期日", "合同终止日期", "合同结束日期", "合同截止日期", "合同到期时间", "合同结束时间", "劳动合同到期日期", "劳动合同终止日期",
                "劳动合同到期日", "合同期满日", "Contract End Date", "Contract Expiry", "Contract Expiry Date", "Contract To",
            ]),
        SheetField(
            "contract_signed", "合同签订日期", "Contract signed on", .day, .personal, .optional,
            ["签订日期", "合同签署日期", "签约日期", "合同签订时间", "Signed On", "Signing Date", "Contract Signed Date"]),
        SheetField(
            "contract_renewals", "续签次数", "Renewals", .count, .personal, .optional,
            ["合同续签次数", "续订次数", "合同签订次数", "Renewal Count", "Number of Renewals"]),
    ]

    private static let privateFields: [SheetField] = [
        SheetField(
            "education", "学历", "Education", .words(.education), .personal, .optional,
            ["最高学历", "文化程度", "学历层次", "Education Level", "Highest Education", "Degree", "Qualification"]),
        SheetField(
            "school", "毕业院校", "School", .text, .personal, .optional, ["毕业学校", "学校", "院校", "University", "College Name"]),
        SheetField(
            "major", "专业", "Major", .text, .personal, .optional, ["所学专业", "专业名称", "Field of Study", "Education Field"]),
        SheetField("graduated", "毕业时间", "Graduated on", .day, .personal, .optional, ["毕业日期", "Graduation Date"]),
        SheetField(
            "emergency_name", "紧急联系人", "Emergency contact", .name, .personal, .optional,
            ["紧急联系人姓名", "Emergency Contact Name"]),
        SheetField(
            "emergency_phone", "紧急联系人电话", "Emergency phone", .phone, .personal, .optional,
            ["紧急联系电话", "紧急联系方式", "紧急联系人手机", "Emergency Contact Phone"]),
        SheetField(
            "emergency_relation", "与紧急联系人关系", "Emergency relation", .text, .personal, .optional,
            ["紧急联系人关系", "Emergency Contact Relation"]),
        SheetField("bank", "开户银行", "Bank", .text, .sensitive, .optional, ["开户行", "银行", "银行名称", "工资卡开户行", "Bank Name"]),
        SheetField("bank_branch", "开户支行", "Bank branch", .text, .sensitive, .optional, ["支行", "开户网点", "Branch Name"]),
        SheetField(
            "bank_card", "银行卡号", "Bank account", .bankCard, .sensitive, .optional,
            [
                "工资卡号", "银行账号", "银行账户", "卡号", "工资卡", "银行卡", "Bank Account Number", "Bank Card", "Account Number",
                "Card Number",
            ]),
        .basePay, .note,
    ]

    private static let endFields: [SheetField] = [
        SheetField(
            "last_day", "离职日期", "Last day", .day, .work, .optional,
            [
                "离职时间", "离职日", "最后工作日", "离司日期", "离职生效日期", "退出日期", "Leaving Date", "Termination Date", "Exit Date",
                "End Date", "Last Working Day", "Separation Date", "Date of Leaving",
            ]),
        SheetField(
            "separation_kind", "离职类型", "Kind of leaving", .words(.separationKind), .personal, .optional,
            ["离职性质", "离职方式", "离职类别", "Separation Type", "Termination Type"]),
        SheetField(
            "separation_reason", "离职原因", "Reason for leaving", .words(.separationReason), .personal, .optional,
            ["离职原因分类", "离职主要原因", "Leaving Reason", "Separation Reason", "Termination Reason", "Reason"]),
    ]

    private static let derived = LeftOut(
        reason: Phrase(zh: "由其他字段算出，不导入", en: "Computed from other fields; not imported"),
        headers: [
            "年龄", "周岁", "司龄", "工龄", "本企业工龄", "总工龄", "现岗年限", "晋升间隔", "与现任经理共事年限", "是否成年", "员工计数", "生肖", "星座", "属相",
            "Age", "Tenure", "Years at Company", "Employee Count", "Over18",
        ])

    private static let analysisOnly = LeftOut(
        reason: Phrase(
            zh: "花名册不保存此项；做离职分析时可直接上传该表",
            en: "Not kept in the staff file; upload the sheet to an analysis to use it"),
        headers: [
            "婚姻状况", "婚姻状况编码", "学历编码", "出差频率", "出差频率编码", "离家距离", "是否加班", "是否加班编码", "标准工时", "年度培训次数", "跳槽次数",
            "月收入", "时薪", "日薪", "月薪", "调薪幅度", "股权激励等级", "股权激励等级编码", "环境满意", "环境满意编码", "人际关系满意", "人际关系满意编码",
            "工作满意", "工作满意编码", "敬业度", "敬业度编码", "工作与生活平衡", "工作与生活平衡编码", "绩效评级", "绩效评级编码", "是否离职", "是否离职编码", "民族",
            "政治面貌", "籍贯", "户口性质", "户籍类型", "户籍地址", "现住址", "家庭住址", "健康状况", "血型",
        ])

    static let runningNumber = LeftOut(
        reason: Phrase(zh: "行号，不导入", en: "Row number; not imported"),
        headers: ["序号", "行号", "序", "No", "Row", "S/N", "Index"])
}
