import Kernel

/// Words of the frame around every page.
extension Words {
    static let search = Phrase(zh: "搜索", en: "Search")
    static let searchHint = Phrase(zh: "搜索人员、部门、页面", en: "Search people, units, pages")
    static let mainMenu = Phrase(zh: "主菜单", en: "Main menu")
    static let quickMenu = Phrase(zh: "快捷菜单", en: "Quick menu")
    static let more = Phrase(zh: "更多", en: "More")
    static let foldMenu = Phrase(zh: "收起或展开菜单", en: "Fold or unfold the menu")
    static let inbox = Phrase(zh: "待办", en: "Inbox")
    static let account = Phrase(zh: "账号", en: "Account")
    static let signOut = Phrase(zh: "退出登录", en: "Sign out")
    static let shortcuts = Phrase(zh: "键盘快捷键", en: "Keyboard shortcuts")
    static let singleKeys = Phrase(zh: "启用单键快捷键", en: "Use single-key shortcuts")
    static let close = Phrase(zh: "关闭", en: "Close")
    static let cancel = Phrase(zh: "取消", en: "Cancel")

    static func waiting(_ count: Int) -> Phrase {
        Phrase(zh: "待办 \(count) 项", en: count == 1 ? "Inbox, 1 item" : "Inbox, \(count) items")
    }
}
