import Foundation

/// What the heading of a column gives away, in Chinese and English.
enum ColumnNames {
    /// Facts that come into being only when someone leaves: the day, reason, kind or paperwork of leaving.
    static func saysKnownAfterOutcome(_ name: String) -> Bool {
        let plain = plain(name)
        let departures = ["离职", "离司", "离岗", "辞职", "辞退", "解约", "流失", "退租", "退网", "销户", "解除合同"]
        let traces = [
            "日期", "时间", "原因", "理由", "类型", "类别", "方式", "去向", "面谈", "手续", "结算", "办理", "证明", "申请", "年月", "月份", "备注", "说明",
            "交接", "天数", "后",
        ]
        if plain.contains("最后工作日") || plain.contains("最后出勤日") { return true }
        // 离职倾向, 离职率, 历史离职 are facts about others or about earlier: not traces.
        for departure in departures {
            if let found = plain.range(of: departure) {
                let rest = plain[found.upperBound...]
                if traces.contains(where: { rest.hasPrefix($0) }) { return true }
            }
        }
        let words = words(name)
        let leaving: Set = [
            "termination", "terminated", "exit", "separation", "resignation", "resign", "attrition", "churn", "leaving",
            "departure", "offboarding", "quit",
        ]
        let trace: Set = [
            "date", "day", "days", "reason", "reasons", "type", "time", "interview", "category", "cause", "notes",
            "note",
            "comment", "month",
        ]
        let together = words.joined()
        if [
            "termreason", "termdate", "termdesc", "lastworkingday", "lastworkday", "lastdayworked",
            "leavedate",
        ]
        .contains(together) || together.hasSuffix("oftermination") {
            return true
        }
        return zip(words, words.dropFirst()).contains { first, second in
            leaving.contains(first) && trace.contains(second)
                || first == "since" && leaving.contains(second) || first == "after" && leaving.contains(second)
                || (first == "left" || first == "leave") && ["date", "reason"].contains(second)
        } || (words.count == 3 && words[1] == "of" && trace.contains(words[0]) && leaving.contains(words[2]))
    }

    /// Names, numbers and addresses that point at one person or record.
    static func saysIdentifier(_ name: String) -> Bool {
        let plain = plain(name)
        // By their ends: 电话 and 手机号 point at someone, 电话次数 and 手机流量 do not.
        let chinese = [
            "姓名", "名字", "手机", "手机号", "电话", "号码", "邮箱", "邮件地址", "身份证", "身份证号", "证件号", "工号", "编号", "员工号", "客户号",
            "会员号", "学号", "账号", "帐号", "银行卡", "卡号", "订单号", "社保号", "护照号", "微信号", "地址", "序号", "流水号", "车牌", "车牌号",
        ]
        if chinese.contains(where: plain.hasSuffix) { return true }
        let words = words(name)
        guard let last = words.last else { return false }
        let pointing: Set = [
            "id", "uuid", "guid", "email", "phone", "mobile", "telephone", "passport", "ssn", "fullname", "surname",
            "firstname", "lastname", "username", "address", "url",
        ]
        if pointing.contains(last) { return true }
        let owners: Set = [
            "employee", "customer", "staff", "account", "row", "record", "card", "policy", "client", "user", "member",
            "person", "student", "applicant", "enrollee", "emp", "phone", "mobile", "passport", "id", "serial",
        ]
        if words.count > 1, ["number", "no", "num", "name", "code", "key"].contains(last) {
            return !owners.isDisjoint(with: words.dropLast()) || words == ["first", "name"]
                || words == ["last", "name"]
                || words == ["full", "name"]
        }
        return words == ["name"]
            || owners.contains { last == $0 + "id" || last == $0 + "name" || last == $0 + "number" }
    }

    /// 学历编码, dept_code: a column that numbers the values of another.
    static func saysCode(_ name: String) -> Bool {
        let plain = plain(name)
        return ["编码", "代码", "编号"].contains(where: plain.hasSuffix) || ["code", "id"].contains(words(name).last ?? "")
    }

    static func plain(_ name: String) -> String {
        name.lowercased().filter { !$0.isWhitespace && !"_-.·/()()[]【】::".contains($0) }
    }

    /// The words of `DateOfTermination`, `exit_reason`, `Churn Reason`.
    static func words(_ name: String) -> [String] {
        var words: [String] = []
        var word = ""
        var previous: Character = " "
        for character in name {
            let starts = character.isUppercase && previous.isLowercase
            if !character.isLetter || starts {
                if !word.isEmpty { words.append(word) }
                word = ""
            }
            if character.isLetter { word += character.lowercased() }
            previous = character
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}
