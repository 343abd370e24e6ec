import Kernel

extension ValueWords {
    package static let gender = ValueWords("gender", Gender.self, name: \.name) { value in
        switch value {
        case .male: ["男性", "先生", "M", "man", "boy"]
        case .female: ["女性", "女士", "F", "woman", "girl"]
        case .undisclosed: ["未知", "保密", "不详", "其他", "unknown", "other", "undisclosed", "not specified"]
        }
    }

    package static let employmentKind = ValueWords("employment_kind", EmploymentKind.self, name: \.name) { value in
        switch value {
        case .full: ["全日制", "正式", "正式工", "正式员工", "合同工", "劳动合同", "全职员工", "FT", "full time", "regular", "permanent"]
        case .part: ["兼职", "小时工", "非全日制用工", "临时工", "钟点工", "PT", "part time", "hourly"]
        case .intern: ["实习生", "见习", "实习员工", "internship", "trainee"]
        case .dispatch: ["派遣", "外包", "劳务派遣工", "派遣员工", "外包员工", "agency", "outsourced", "temp"]
        case .retiree: ["返聘", "退休返聘人员", "劳务", "劳务合同", "re-employed retiree"]
        }
    }

    /// The state column of a staff sheet.
    package static let state = ValueWords("state", EmploymentState.self, name: \.name) { value in
        switch value {
        case .planned: ["未入职", "待报到", "已发offer", "pending", "onboarding", "not started"]
        case .probation: ["试用期", "试用员工", "试用中", "未转正", "probationary"]
        case .regular:
            ["在职", "在岗", "在册", "已转正", "转正", "正式员工", "休假", "停薪留职", "active", "employed", "current", "在职中", "working"]
        case .left:
            [
                "已离职", "离职", "离开", "辞职", "已辞职", "退休", "辞退", "解除", "已解除", "离岗", "terminated", "resigned", "inactive",
                "former", "separated", "retired",
            ]
        }
    }

    package static let contractKind = ValueWords("contract_kind", ContractKind.self, name: \.name) { value in
        switch value {
        case .fixed:
            ["固定期", "有固定期限", "有固定期限劳动合同", "固定期限劳动合同", "固定", "有期限", "fixed-term", "fixed term contract", "term"]
        case .openEnded:
            ["无固定期", "无固定期限劳动合同", "无固定", "长期", "永久", "open ended", "permanent", "indefinite", "unlimited"]
        case .task: ["任务", "项目", "以完成一定任务为期限", "单项工作", "任务期限", "project", "task contract"]
        }
    }

    package static let education = ValueWords("education", EducationLevel.self, name: \.name) { value in
        switch value {
        case .primary: ["小学及以下", "primary"]
        case .juniorMiddle: ["初级中学", "初中及以下", "junior high", "junior high school"]
        case .seniorMiddle: ["高级中学", "普高", "高中及以下", "high school", "senior high school", "secondary"]
        case .vocational: ["中职", "职高", "技校", "中技", "中等专业学校", "大专以下", "technical school"]
        case .college: ["专科", "高职", "大学专科", "大专学历", "associate", "college", "associate degree", "junior college"]
        case .bachelor:
            ["大学", "大学本科", "学士", "本科学历", "bachelor's", "bachelors", "undergraduate", "bachelor degree", "BA", "BSc"]
        case .master: ["研究生", "硕士研究生", "研究生及以上", "MBA", "master's", "masters", "postgraduate", "master degree", "MSc"]
        case .doctor: ["博士研究生", "博士后", "PhD", "doctorate", "Ph.D."]
        }
    }

    package static let separationKind = ValueWords("separation_kind", SeparationKind.self, name: \.name) { value in
        switch value {
        case .voluntary: ["主动", "自愿", "辞职", "个人原因", "自离", "自动离职", "员工主动", "resignation", "resigned", "quit"]
        case .involuntary:
            ["被动", "辞退", "解雇", "裁员", "开除", "公司辞退", "劝退", "公司原因", "dismissal", "terminated", "layoff", "fired"]
        case .other:
            ["退休", "合同到期", "协商", "协商一致", "死亡", "身故", "调离", "retirement", "expired", "mutual agreement", "death"]
        }
    }

    package static let separationReason = ValueWords("separation_reason", SeparationReason.self, name: \.name) {
        value in
        switch value {
        case .betterPay: ["薪资", "薪酬", "工资低", "薪资福利", "待遇", "薪酬不满意", "pay", "salary", "compensation"]
        case .career: ["个人发展", "发展空间", "晋升", "职业规划", "个人职业发展", "有更好的机会", "better opportunity", "growth"]
        case .manager: ["上级", "管理方式", "与领导关系", "领导", "supervisor", "leadership"]
        case .workload: ["工作压力", "加班", "加班多", "压力大", "工作压力大", "stress", "overtime", "work-life balance"]
        case .content: ["工作性质", "不适应工作", "工作内容不符", "岗位不匹配", "job content", "job fit"]
        case .commute: ["距离远", "通勤", "上班远", "交通", "distance", "location"]
        case .family: ["家庭", "照顾家庭", "结婚", "生育", "家里有事", "返乡", "家庭因素", "relocation"]
        case .health: ["身体原因", "健康", "身体", "身体不适", "medical", "illness"]
        case .study: ["学习", "读研", "考研", "留学", "升学", "深造", "education"]
        case .ownBusiness: ["创业", "自己创业", "startup", "self-employment"]
        case .culture: ["文化", "企业氛围", "团队氛围", "人际关系", "company culture", "colleagues"]
        case .probationNotPassed: ["试用不合格", "试用期未通过", "试用期解除", "未通过试用期", "probation failed"]
        case .performance: ["绩效", "绩效不达标", "业绩不达标", "不胜任", "不能胜任", "poor performance"]
        case .misconduct: ["违纪", "违规", "旷工", "开除", "严重违反规章制度", "breach"]
        case .redundancy: ["裁员", "组织调整", "业务调整", "岗位取消", "架构调整", "layoff", "restructuring"]
        case .notRenewedByEmployer: ["不续签", "公司不续订", "合同到期不续签", "not renewed"]
        case .mutualAgreement: ["协商解除", "协商", "协商离职", "mutual"]
        case .retirement: ["退休离职", "到龄退休", "retired"]
        case .contractEnded: ["合同到期", "合同期满", "合同终止", "contract expired", "end of contract"]
        case .internshipEnded: ["实习期满", "实习到期", "end of internship"]
        case .groupTransfer: ["集团调动", "内部调动", "调离", "关联公司调动", "intra-group transfer"]
        case .death: ["死亡", "去世", "亡故", "deceased"]
        case .unknown: ["未知", "不详", "其他", "其它", "个人原因", "无", "other", "n/a", "personal", "personal reasons"]
        }
    }

    package static let unitKind = ValueWords("unit_kind", UnitKind.self, name: \.name) { value in
        switch value {
        case .company: ["集团", "法人", "法人公司", "子公司", "总公司", "legal entity"]
        case .branch: ["分公司", "分部", "大区", "门店", "办事处", "office", "region"]
        case .department: ["事业部", "中心", "部", "科室", "处", "dept", "division"]
        case .team: ["组", "团队", "班组", "小队", "group", "squad"]
        }
    }

    package static let assignmentRole = ValueWords("assignment_role", AssignmentRole.self, name: \.name) { value in
        switch value {
        case .primary: ["主要", "主职", "主任职", "主", "是", "main", "yes"]
        case .additional: ["兼职", "兼任", "次岗", "否", "secondary", "no"]
        case .secondment: ["外派", "借用", "派驻", "seconded"]
        }
    }

    package static let assignmentCause = ValueWords("assignment_cause", AssignmentCause.self, name: \.name) { value in
        switch value {
        case .hire: ["新入职", "录用", "招聘", "new hire"]
        case .transfer: ["调岗", "转岗", "平调", "部门调动", "异动", "move"]
        case .promotion: ["升职", "提拔", "升级", "promoted"]
        case .demotion: ["降职", "免职", "demoted"]
        case .newManager: ["上级变更", "汇报关系变更", "change of manager"]
        case .secondment: ["外派", "派驻", "seconded"]
        case .additional: ["兼任", "兼职", "concurrent post"]
        case .reorganisation: ["架构调整", "组织架构调整", "部门合并", "restructuring", "reorganization"]
        case .correction: ["数据更正", "修正", "fix"]
        }
    }

    package static let positionWeight = ValueWords("position_weight", PositionWeight.self, name: \.name) { value in
        switch value {
        case .ordinary: ["否", "普通", "一般", "非关键", "no"]
        case .key: ["是", "关键", "核心", "核心岗位", "yes"]
        }
    }

    package static let regret = ValueWords("regret", Regret.Verdict.self, name: \.name) { value in
        switch value {
        case .regretted: ["是", "遗憾", "可惜", "yes", "regrettable"]
        case .notRegretted: ["否", "非遗憾", "不遗憾", "no", "non-regrettable"]
        }
    }

    package static let identityKind = ValueWords("identity_kind", IdentityPaper.Kind.self, name: \.name) { value in
        switch value {
        case .identityCard: ["身份证", "二代身份证", "港澳台居民居住证", "ID card", "national id", "resident identity card"]
        case .chinesePassport: ["中国护照", "护照（中国）", "PRC passport"]
        case .hongKongMacaoPermit: ["港澳通行证", "回乡证", "港澳居民通行证", "home return permit"]
        case .taiwanPermit: ["台胞证", "台湾通行证", "MTP"]
        case .permanentResidence: ["外国人永居证", "永久居留证", "绿卡", "green card"]
        case .foreignPassport: ["外籍护照", "passport"]
        }
    }

    /// Every list.
    package static let all: [ValueWords] = [
        gender, employmentKind, state, contractKind, education, separationKind, separationReason, unitKind,
        assignmentRole, assignmentCause, positionWeight, regret, identityKind,
    ]
}
