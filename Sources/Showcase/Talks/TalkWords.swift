import Kernel
import Organization
import Retention

/// What people say in interviews, as it is written down.
struct TalkWords {
    /// What would have kept them.
    let kept: [String]
    /// What should be better.
    let improve: [String]
    /// What was agreed with those who stay.
    let retained: String

    private init(_ kept: [String], _ improve: [String] = [], retained: String = "沟通后本人撤回离职申请。") {
        (self.kept, self.improve, self.retained) = (kept, improve, retained)
    }

    static func of(_ reason: SeparationReason) -> TalkWords {
        switch reason {
        case .betterPay: pay
        case .career: career
        case .manager: manager
        case .workload: workload
        case .content: content
        case .commute: commute
        case .family: family
        case .health: TalkWords(["需要休养一段时间，与公司无关。", "如果能换到不上夜班的岗位，可以继续做。"])
        case .study: TalkWords(["已经拿到录取通知，毕业后愿意再联系。", "想脱产读书，公司没有可以做的。"])
        case .ownBusiness: TalkWords(["和朋友合伙开店，准备很久了，不是对公司不满。", "想自己试一试，目前没有挽留的余地。"])
        case .culture: culture
        default: TalkWords(["续签条件与期望有差距，如果能调整岗位，会考虑续签。", "合同期内没有谈过续签，提前两个月沟通会好一些。"])
        }
    }

    private static let pay = TalkWords(
        ["固定工资达到同行水平，我会留下。", "去年谈过调薪，一直没有结果；早半年落实就不会走。", "提成规则清楚一些、收入稳定一点，会考虑留下。", "新公司固定部分高 20% 左右，差距不大的话不会走。"],
        ["调薪结果和理由希望当面说明。", "新人工资和老员工倒挂，建议尽快复核。", "提成发放时间经常推迟，希望固定下来。"],
        retained: "薪酬复核后上调一档，本人撤回离职申请。")
    private static let career = TalkWords(
        ["能看到明确的晋升标准和时间，愿意再等一年。", "想转到产品相关岗位，内部没有机会。", "入职以来没有人谈过发展方向，早一点谈就好了。", "业绩一直上不去，看不到在这个岗位上的前景。"],
        ["晋升评审的标准建议公开。", "内部岗位空缺应当先通知在职员工。", "培训内容和实际业务脱节，学完用不上。"],
        retained: "已明确下一轮晋升评审的安排，本人撤回离职申请。")
    private static let manager = TalkWords(
        ["每周能有一次认真的一对一沟通就好。", "带教老师换得太频繁，遇到问题没有人讲清楚。", "如果能调到其他小组，我愿意留下。", "做得不好希望直接告诉我怎么改，而不是在群里批评。"],
        ["新任主管应当先接受管理培训再带团队。", "目标下达之前，希望听一听一线的意见。", "导师和主管说法不一致，新人不知道听谁的。"],
        retained: "已调整到其他小组，本人撤回离职申请。")
    private static let workload = TalkWords(
        ["月底连续加班能控制住，我不会走。", "人手补齐、周末不再临时排班，可以继续做。", "加班可以接受，但调休一直休不了。"],
        ["同事离职后的工作全部压在剩下的人身上，补人要快一些。", "排班至少提前一周公布。", "月末盘点建议错峰安排。"],
        retained: "工作量已重新分配，本人撤回离职申请。")
    private static let content = TalkWords(
        ["工作内容和入职时说的差别较大，如果做原来说好的客户类型，会留下。", "重复性工作太多，希望能参与一些项目。", "适应得比较慢，前三个月有人带会好很多。"],
        ["招聘时把岗位的真实情况讲清楚。", "录单和报表花的时间太多，建议改进系统。"])
    private static let commute = TalkWords(
        ["单程一个多小时，如果每周可以居家办公两天，会继续做。", "能调到离家近的网点，就不会离职。", "公司搬迁后通勤增加了四十分钟，坚持不下去。"],
        ["建议开通地铁站到公司的班车。", "上班时间能弹性半小时，早高峰会好很多。"],
        retained: "已调整为每周居家办公两天，本人撤回离职申请。")
    private static let family = TalkWords(
        ["孩子上学需要回老家，公司帮不上忙。", "老人需要照顾，如果可以阶段性减少工时，能再坚持一段时间。", "配偶调到外地工作，准备一起过去。"])
    private static let culture = TalkWords(
        ["提出的建议希望有人回应。", "部门之间互相推诿，做事很累。", "会议太多、决定太慢，不太适合我。"], ["跨部门的事情需要有人牵头。", "例会可以减半，把时间留给业务。"])

    static let improve = [
        "新人前三个月的带教，需要有人负责到底。", "培训安排在旺季，很难完成，希望提前排期。", "绩效结果希望当面反馈。", "报销周期太长，建议缩短到两周以内。",
        "团队氛围不错，希望保持。",
    ]

    static let remarks = [
        "情绪平稳，愿意配合交接。", "对同事评价较好，希望保持联系。", "已说明保密义务，本人无异议。", "提醒其及时办理公积金和社会保险转移。", "不愿多谈离职原因。",
    ]

    // MARK: Stay interviews

    static func answers(_ question: StayInterview.Question, _ outlook: StayInterview.Outlook) -> [String] {
        switch question {
        case .forward: ["和客户谈成合作的时候。", "同事之间配合顺畅，每天过得很快。", "能独立负责一块业务。", "解决一个拖了很久的问题。"]
        case .learning: ["正在学数据分析，希望有实际项目可以练手。", "想了解其他部门的业务。", "在学谈判技巧，公司的课程有帮助。", "想考专业证书，希望考试期间能请假。"]
        case .staying: ["团队好，主管愿意听意见。", "离家近，工作稳定。", "收入和付出基本相称。", "在这里成长很快，还想再积累几年。"]
        case .doubts:
            switch outlook {
            case .stays: ["没有认真考虑过。", "前年换主管的时候想过，后来适应了。"]
            case .unsure: ["上个月连续加班的时候想过。", "看到同行的薪酬时有过念头。", "晋升没有通过的那段时间。"]
            case .leaving: ["最近一直在考虑，主要是看不到发展空间。", "上周还和家里商量过，通勤时间太长。", "有猎头联系，薪酬高出不少，还在犹豫。"]
            }
        case .support: ["希望每个月有一次一对一沟通。", "旺季能多安排一个人手。", "希望明确下一步的晋升标准。", "办公设备比较旧，希望更换。", "希望有一次轮岗的机会。"]
        }
    }

    // MARK: Hiring again

    /// The decision with its reason: facts, not judgements.
    static func rehire(
        _ reason: SeparationReason, _ dice: inout Dice
    ) -> (eligibility: RehireDecision.Eligibility, reason: String) {
        let chance = dice.unit()
        switch reason {
        case .misconduct: return (.not, "因严重违反规章制度解除劳动合同，书面处理决定已存档。")
        case .performance:
            return chance < 0.5
                ? (.not, "经培训和调岗后仍未达到岗位要求。") : (.conditional, "原岗位未达到要求，其他岗位须重新评估。")
        case .probationNotPassed:
            return (.conditional, chance < 0.5 ? "试用期考核未达到录用条件，一年后可应聘其他岗位。" : "试用期考核未通过，须重新面试。")
        default: break
        }
        if chance < 0.03 { return (.not, "未按约定办理工作交接，书面催告后仍未完成。") }
        if chance < 0.2 { return (.conditional, dice.pick(["离职不满一年，须重新面试。", "曾提前离岗，须由用人部门同意。", "在职不满半年，须重新评估岗位匹配。"])) }
        return (.eligible, dice.pick(["在职期间考核合格，交接完整。", "按约定提前通知，交接完整。", "业绩达标，主管同意再次录用。"]))
    }
}
