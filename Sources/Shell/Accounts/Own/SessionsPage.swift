import Kernel
import Markup
import SQL

/// Where an account is signed in.
struct SessionsPage: PageModel {
    let rows: [SessionRow]

    var title: Phrase { AccountWords.sessions }
    var trail: [Crumb] { [OwnAccountPage.crumb] }

    func content(_ view: PageView) -> HTML {
        HTML {
            OwnAccountTabs(current: "/account/sessions")
            p {
                Phrase(
                    zh: "如有不认识的登录，请移除它并立即修改密码。",
                    en: "If you do not know one of these, end it and change your password at once.")
            }
            SessionTable(rows: rows, hidden: view.hidden) { URLText("/account/sessions/\($0)/revocation") }
            if rows.count > 1 {
                div(.class("actions")) {
                    PageAction.post(
                        Phrase(zh: "退出其他所有设备", en: "Sign out everywhere else"), "/account/sessions/revocation",
                        hidden: view.hidden, look: .destructive)
                }
            }
        }
    }
}

/// Sessions as a table, each with its end.
struct SessionTable: Part {
    let rows: [SessionRow]
    let hidden: [HiddenField]
    let end: @Sendable (ID<Sessions>) -> URLText

    var html: HTML {
        DataTable(
            caption: AccountWords.sessions,
            columns: [
                TableColumn(Phrase(zh: "设备", en: "Device")), TableColumn(Phrase(zh: "地址", en: "Address")),
                TableColumn(Phrase(zh: "登录时间", en: "Signed in")), TableColumn(Phrase(zh: "最近使用", en: "Last used")),
                TableColumn(Phrase(zh: "操作", en: "Action")),
            ],
            rows: rows.map { row in
                TableRow([
                    .words(row.device), .text(row.address), .text(row.started), .text(row.used),
                    TableCell {
                        if row.isCurrent {
                            Badge(.good, Phrase(zh: "当前设备", en: "This browser"))
                        } else {
                            PageAction.post(
                                Phrase(zh: "移除", en: "End"), end(row.id), hidden: hidden, look: .quiet)
                        }
                    },
                ])
            }, hidesCaption: true, empty: Phrase(zh: "当前没有登录。", en: "Not signed in anywhere.")
        ).html
    }
}

/// One session on a page.
struct SessionRow: Codable, Sendable {
    let id: ID<Sessions>
    let device: Phrase
    let address: String
    let started: String
    let used: String
    let isCurrent: Bool

    /// Sessions that are still good, the one used last first.
    static func of(
        _ account: ID<Account>, current: ID<Sessions>?, _ house: House, _ tx: Transaction
    ) throws -> [SessionRow] {
        let now = house.now
        return try tx.rows(
            """
            select id, agent, address, started_at, idle_until from sessions
            where account_id = \(account) and expires_at > \(now) and idle_until > \(now)
            order by idle_until desc, id desc limit 100
            """
        ) { row in
            let id: ID<Sessions> = try row.value()
            let (agent, address): (String, String) = (try row.value(), try row.value())
            let (started, idle): (Instant, Instant) = (try row.value(), try row.value())
            // Not exact where the idle time was changed since.
            let used = max(started, min(now, idle.adding(milliseconds: -house.sessionIdle)))
            return SessionRow(
                id: id, device: Device.words(for: agent), address: address, started: house.clockText(started),
                used: house.clockText(used), isCurrent: id == current)
        }
    }
}

/// What a browser calls itself, in words people know. What is sent can be made up; it is a reminder, no proof.
enum Device {
    static func words(for agent: String) -> Phrase {
        let browser = browsers.first { agent.contains($0.mark) }?.name
        let system = systems.first { agent.contains($0.mark) }?.name
        switch (browser, system) {
        case (let browser?, let system?): return Phrase(zh: "\(browser.zh)，\(system)", en: "\(browser.en) on \(system)")
        case (let browser?, nil): return browser
        case (nil, let system?): return Phrase(verbatim: system)
        case (nil, nil): return Phrase(zh: "未知设备", en: "Unknown device")
        }
    }

    /// The more special first: most call themselves Chrome and Safari too.
    private static let browsers: [(mark: String, name: Phrase)] = [
        ("MicroMessenger", Phrase(zh: "微信", en: "WeChat")), ("wxwork", Phrase(zh: "企业微信", en: "WeCom")),
        ("DingTalk", Phrase(zh: "钉钉", en: "DingTalk")), ("Edg/", Phrase(verbatim: "Edge")),
        ("QQBrowser", Phrase(zh: "QQ 浏览器", en: "QQ Browser")), ("Firefox/", Phrase(verbatim: "Firefox")),
        ("OPR/", Phrase(verbatim: "Opera")), ("Chrome/", Phrase(verbatim: "Chrome")),
        ("Safari/", Phrase(verbatim: "Safari")), ("curl/", Phrase(verbatim: "curl")),
    ]

    private static let systems: [(mark: String, name: String)] = [
        ("HarmonyOS", "HarmonyOS"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"),
        ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ]
}
