import Kernel
import Markup

/// What the parts of an account are called, on its pages and in the audit log.
enum AccountWords {
    static let account = Phrase(zh: "账号", en: "Account")
    static let accounts = Phrase(zh: "账号管理", en: "Accounts")
    static let roles = Phrase(zh: "角色与权限", en: "Roles")
    static let login = Phrase(zh: "账号名", en: "Account name")
    static let name = Phrase(zh: "姓名", en: "Name")
    static let language = Phrase(zh: "语言", en: "Language")
    static let person = Phrase(zh: "对应人员", en: "Person")
    static let role = Phrase(zh: "角色", en: "Role")
    static let reach = Phrase(zh: "范围", en: "Reach")
    static let unit = Phrase(zh: "组织", en: "Unit")
    static let until = Phrase(zh: "有效期至", en: "Until")
    static let state = Phrase(zh: "状态", en: "State")
    static let lastSignIn = Phrase(zh: "最近登录", en: "Last sign-in")
    static let secondFactor = Phrase(zh: "两步验证", en: "Second factor")
    static let sessions = Phrase(zh: "登录设备", en: "Sessions")
    static let token = Phrase(zh: "令牌", en: "Token")
    static let tokens = Phrase(zh: "API 令牌", en: "API tokens")
    static let password = Phrase(zh: "密码", en: "Password")
    static let never = Phrase(zh: "从未登录", en: "Never")
    static func secondFactor(isOn: Bool) -> Phrase {
        isOn ? Phrase(zh: "已开启", en: "On") : Phrase(zh: "未开启", en: "Off")
    }
    static let cancel = Phrase(zh: "取消", en: "Cancel")
    static let save = Phrase(zh: "保存", en: "Save")

    /// What a role is given for, when it is not as the role says.
    static func reach(_ reach: Reach?) -> Phrase {
        switch reach ?? .company {
        case .company: Phrase(zh: "按角色设定", en: "As the role says")
        case .line: Phrase(zh: "仅下属", en: "Reporting line only")
        case .mentees: Phrase(zh: "仅所带学员", en: "Mentees only")
        case .oneself: Phrase(zh: "仅本人", en: "Oneself only")
        case .aggregates: Phrase(zh: "仅汇总数据", en: "Aggregates only")
        }
    }
}

extension Language {
    /// In the language itself, as somebody looking for it reads it.
    var ownName: Phrase {
        switch self {
        case .zh: Phrase(verbatim: "中文")
        case .en: Phrase(verbatim: "English")
        }
    }

    static let choices = allCases.map { Choice($0.rawValue, $0.ownName) }
}
