import Kernel
import SQL

/// Sessions and API tokens in the database, found by the digest of their token.
enum SessionStore {
    /// - Returns: the token that goes into the cookie; only its digest is kept.
    static func open(
        of account: ID<Account>, address: String, agent: String, _ house: House, _ tx: Transaction
    ) throws -> Token {
        let id: ID<Sessions> = try tx.newID()
        let token = Token(from: house.world.randomBytes)
        let now = house.now
        // What has ended is cleared away by the next who comes.
        try tx.execute("delete from sessions where expires_at <= \(now)")
        try tx.execute(
            """
            insert into sessions (id, token_hash, account_id, started_at, expires_at, idle_until, address, agent)
            values (\(id), \(token.digest), \(account), \(now), \(now.adding(milliseconds: house.sessionLongest)),
                \(now.adding(milliseconds: house.sessionIdle)), \(address), \(shortened(agent)))
            """)
        try tx.execute("update accounts set signed_in_at = \(now) where id = \(account)")
        return token
    }

    /// What a browser calls itself, without what could disturb a log or a page.
    static func shortened(_ agent: String) -> String {
        String(
            String.UnicodeScalarView(agent.unicodeScalars.prefix(200).filter { $0.value >= 0x20 && $0.value != 0x7F }))
    }

    static func close(_ session: ID<Sessions>, of account: ID<Account>, _ tx: Transaction) throws -> Bool {
        try tx.execute("delete from sessions where id = \(session) and account_id = \(account)") > 0
    }

    /// - Parameter kept: the session that goes on.
    @discardableResult
    static func closeAll(of account: ID<Account>, but kept: ID<Sessions>? = nil, _ tx: Transaction) throws -> Int {
        try tx.execute("delete from sessions where account_id = \(account) and id <> \(kept ?? ID(0))")
    }

    /// The counters that say whether what is remembered of a token still holds.
    static func stamp(_ key: Recognised.Key, on day: Day, _ tx: Transaction) throws -> Recognised.Stamp? {
        let question: Query =
            switch key {
            case .session(let digest):
                """
                select t.account_id, a.version, x.version, t.expires_at, t.idle_until from sessions t
                join accounts a on a.id = t.account_id join access_state x on x.id = 1
                where t.token_hash = \(digest) and a.is_active = 1
                """
            case .program(let digest):
                """
                select t.account_id, a.version, x.version, t.expires_at, null from api_tokens t
                join accounts a on a.id = t.account_id join access_state x on x.id = 1
                where t.token_hash = \(digest) and a.is_active = 1
                """
            }
        return try tx.first(question) { row in
            Recognised.Stamp(
                account: try row.value(), accountVersion: try row.value(), accessVersion: try row.value(),
                expiresAt: try row.value(), idleUntil: try row.value(), day: day)
        }
    }

    /// Everything about a token that is still good.
    static func recognised(_ key: Recognised.Key, _ stamp: Recognised.Stamp, _ tx: Transaction) throws -> Recognised? {
        let account = stamp.account
        let facts = try tx.first(
            """
            select a.subject_id, a.name, a.must_change_password,
                case when a.totp_secret is null and exists (
                    select 1 from account_roles r join roles o on o.id = r.role_id
                    where r.account_id = a.id and o.needs_second_factor = 1
                    and (r.until_day is null or r.until_day >= \(stamp.day))) then 1 else 0 end
            from accounts a where a.id = \(account)
            """
        ) { row in
            (
                subject: try row.value(ID<Subject>?.self), name: try row.value(String.self),
                needsPassword: try row.value(Bool.self), needsFactor: try row.value(Bool.self)
            )
        }
        guard let facts else { return nil }
        var grants = try AccountStore.grants(of: account, on: stamp.day, tx)
        switch key {
        case .session(let digest):
            let session = try tx.value(
                "select id from sessions where token_hash = \(digest)", as: ID<Sessions>.self)
            let errand: Errand? = facts.needsPassword ? .newPassword : facts.needsFactor ? .secondFactor : nil
            return Recognised(
                viewer: Viewer(account: account, subject: facts.subject, name: facts.name, grants: grants),
                session: session, errand: errand, stamp: stamp)
        case .program(let digest):
            let scopes = try tx.value("select scopes from api_tokens where token_hash = \(digest)", as: String.self)
            let allowed = Set((scopes ?? "").split(separator: ",").map(String.init))
            grants = grants.filter { allowed.contains($0.capability.code) }
            return Recognised(
                viewer: Viewer(account: account, subject: facts.subject, name: facts.name, grants: grants),
                session: nil, errand: nil, stamp: stamp)
        }
    }

    /// Ends open sessions no later than sessions opened now would end. All in milliseconds.
    static func shorten(idle: Int64, longest: Int64, at now: Instant, _ tx: Transaction) throws {
        let last = now.adding(milliseconds: idle)
        try tx.execute("update sessions set idle_until = \(last) where idle_until > \(last)")
        try tx.execute(
            "update sessions set expires_at = started_at + \(longest) where expires_at > started_at + \(longest)")
    }

    /// Writes down who was here, for many at once.
    /// - Parameter idle: milliseconds a session stays open from then on.
    static func note(_ seen: [(key: Recognised.Key, at: Instant)], idle: Int64, _ tx: Transaction) throws {
        var sessions: [(digest: [UInt8], at: Instant)] = []
        var programs: [(digest: [UInt8], at: Instant)] = []
        for entry in seen {
            switch entry.key {
            case .session(let digest): sessions.append((digest, entry.at.adding(milliseconds: idle)))
            case .program(let digest): programs.append((digest, entry.at))
            }
        }
        for part in parts(of: sessions) {
            try tx.execute(
                """
                update sessions set idle_until = case \(cases(part)) else idle_until end
                where token_hash in \(part.map(\.digest))
                """)
        }
        for part in parts(of: programs) {
            try tx.execute(
                """
                update api_tokens set used_at = case \(cases(part)) else used_at end
                where token_hash in \(part.map(\.digest))
                """)
        }
    }

    private static func cases(_ part: [(digest: [UInt8], at: Instant)]) -> Query {
        part.reduce(.empty) { $0 + "when token_hash = \($1.digest) then \($1.at) " }
    }

    /// So many that their values fit into one statement.
    private static func parts<T>(of all: [T]) -> [[T]] {
        stride(from: 0, to: all.count, by: 500).map { Array(all[$0..<min($0 + 500, all.count)]) }
    }
}

extension AccountStore {
    /// Opens a session.
    /// - Returns: what goes into the cookie; only its digest is kept.
    package static func openSession(
        of account: ID<Account>, address: String, agent: String, _ house: House, _ tx: Transaction
    ) throws -> String {
        try SessionStore.open(of: account, address: address, agent: agent, house, tx).text
    }
}

extension FormProof {
    /// The proof for forms of a session, by what stands in its cookie.
    package init?(cookie: String, _ house: House) {
        guard let token = Token(text: cookie) else { return nil }
        self.init(keyring: house.keyring, session: token.digest, now: house.now)
    }
}
