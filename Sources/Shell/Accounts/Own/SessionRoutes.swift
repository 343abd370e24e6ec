import Kernel
import SQL

/// Where the own account is signed in.
enum SessionRoutes {
    static let all: [Route] = [
        .page("/account/sessions", .signedIn, AccountWords.sessions) { call in
            let (viewer, house, session) = (try call.viewer, call.house, try call.ownSession)
            return try await call.read { tx in
                SessionsPage(rows: try SessionRow.of(viewer.account, current: session, house, tx))
            }
        },
        .button("/account/sessions/{id}/revocation", .signedIn, Phrase(zh: "移除一处登录", en: "End one session")) { call in
            let (viewer, own) = (try call.viewer, try call.ownSession)
            let session = try call.id(of: Sessions.self)
            try await call.write { tx in
                guard try SessionStore.close(session, of: viewer.account, tx) else { throw Missing() }
                try AccountTrail.own(AccountTrail.sessionsEnded, [], call, tx)
            }
            guard session != own else {
                return Outcome(
                    "/sign-in", Phrase(zh: "已退出登录。", en: "You have signed out."),
                    cookies: [Sessions.goneCookie(call.context)])
            }
            return Outcome("/account/sessions", Phrase(zh: "该设备已退出登录。", en: "That session is over."))
        },
        .button("/account/sessions/revocation", .signedIn, Phrase(zh: "退出其他所有设备", en: "End all other sessions")) {
            call in
            let (viewer, own) = (try call.viewer, try call.ownSession)
            let count = try await call.write { tx in
                let count = try SessionStore.closeAll(of: viewer.account, but: own, tx)
                if count > 0 { try AccountTrail.own(AccountTrail.sessionsEnded, [], call, tx) }
                return count
            }
            return Outcome(
                "/account/sessions",
                Phrase(
                    zh: "其他 \(count) 处登录已退出。",
                    en: count == 1 ? "One other session is over." : "\(count) other sessions are over."))
        },
    ]
}
