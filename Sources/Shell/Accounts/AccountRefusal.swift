import Kernel

/// Why an account or a role cannot be changed like this.
package enum AccountRefusal: Refusal, Equatable {
    case unusableLogin
    case loginTaken(String)
    case noSuchAccount(String)
    case noSuchRole(String)
    case noSuchSubject(String)
    case subjectHasAccount
    /// Nobody would be left who can manage accounts.
    case lastAdministrator
    case ownAccount
    case wrongPassword
    case passwordsDiffer
    case secondFactorRequired
    case roleInUse(Int)
    case builtinRole
    case codeTaken(String)
    case noScope
    case tooManyTokens(Int)
    /// The change would give, or lies with somebody who holds, more than the changer has.
    case beyondOwn
    case roleNotGiven
    case dayHasPassed(Day)
    case isLocked
    case severalNamed(String)
    /// Shared by all visitors of a demonstration.
    case demonstrationAccount

    package var explanation: Phrase {
        switch self {
        case .unusableLogin:
            Phrase(
                zh: "账号名需要 2 到 64 个字符，只能包含字母、数字和 . _ - + @。",
                en: "An account name has 2 to 64 characters: letters, digits and . _ - + @.")
        case .loginTaken(let login):
            Phrase(zh: "账号名“\(login)”已被使用，请换一个。", en: "The account name “\(login)” is taken; choose another.")
        case .noSuchAccount(let login):
            Phrase(zh: "没有账号“\(login)”。请检查账号名。", en: "There is no account “\(login)”. Check the name.")
        case .noSuchRole(let code):
            Phrase(zh: "没有角色“\(code)”。请检查角色代码。", en: "There is no role “\(code)”. Check its code.")
        case .noSuchSubject(let number):
            Phrase(zh: "没有工号为“\(number)”的人员。请检查工号。", en: "Nobody has the employee number “\(number)”. Check it.")
        case .subjectHasAccount:
            Phrase(zh: "该人员已有账号，一人只能有一个账号。", en: "This person already has an account; there can be one only.")
        case .lastAdministrator:
            Phrase(
                zh: "这样修改后将没有人能管理账号。请先让另一个启用中的账号拥有“管理账号与角色”权限。",
                en:
                    "Nobody would be left who can manage accounts. Give another active account that permission first."
            )
        case .ownAccount:
            Phrase(
                zh: "不能停用自己的账号，也不能重置自己的登录方式。请由另一位管理员操作。",
                en: "You cannot deactivate or reset your own account. Ask another administrator.")
        case .wrongPassword:
            Phrase(zh: "当前密码不正确，请重新输入。", en: "The current password is not right. Enter it again.")
        case .passwordsDiffer:
            Phrase(zh: "两次输入的密码不一致，请重新输入。", en: "The two passwords are not the same. Enter them again.")
        case .secondFactorRequired:
            Phrase(
                zh: "您的角色要求使用两步验证，不能关闭。", en: "One of your roles needs the second factor; it cannot be switched off.")
        case .roleInUse(let count):
            Phrase(
                zh: "还有 \(count) 个账号使用该角色。请先为这些账号更换角色。",
                en: "The role is given to \(count) account\(count == 1 ? "" : "s"). Give them other roles first.")
        case .builtinRole:
            Phrase(zh: "内置角色不能删除，可以修改其权限。", en: "A built-in role cannot be deleted; its permissions can be changed.")
        case .codeTaken(let code):
            Phrase(zh: "角色代码“\(code)”已被使用，请换一个。", en: "The role code “\(code)” is taken; choose another.")
        case .noScope:
            Phrase(zh: "请至少选择一项权限。", en: "Choose at least one permission.")
        case .tooManyTokens(let count):
            Phrase(
                zh: "每个账号最多 \(count) 个令牌。请先撤销不再使用的令牌。",
                en: "An account has at most \(count) tokens. Revoke those no longer used.")
        case .beyondOwn:
            Phrase(
                zh: "这超出了您自己的权限范围，薪酬和敏感信息权限也只能由系统管理员授予。请联系系统管理员办理。",
                en:
                    "This goes beyond what you may do yourself; only an administrator grants pay and sensitive fields. Ask an administrator."
            )
        case .roleNotGiven:
            Phrase(
                zh: "该账号没有这个角色，可能刚被移除。请刷新页面核对。",
                en: "The account does not have this role; it may just have been removed. Reload the page.")
        case .dayHasPassed(let day):
            Phrase(zh: "截止日期 \(day) 已过，请填写今天或以后的日期。", en: "\(day) has passed. Enter today or a later day.")
        case .isLocked:
            Phrase(zh: "账号已停用，请先启用。", en: "The account is locked. Unlock it first.")
        case .severalNamed(let name):
            Phrase(
                zh: "有多位人员姓名为“\(name)”，请填写工号。", en: "Several people are called “\(name)”; enter the employee number.")
        case .demonstrationAccount:
            Phrase(
                zh: "演示账号由所有访客共用，不能修改密码、两步验证和令牌。",
                en:
                    "All visitors share a demonstration account; its password, second factor and tokens stay as they are."
            )
        }
    }
}
