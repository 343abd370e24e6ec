import HTTPTypes
import Hummingbird
import Kernel
import Logging
import SQL
import Synchronization

/// Finds out who a request comes from: by the cookie of a session, or by the API token of a program.
package final class Sessions: Sendable {
    package static let cookie = "tenure_session"

    private let memory = Mutex(SessionMemory())

    package init() {}

    /// Notes the viewer in the context, if the request brings a session or an API token that is still good.
    ///
    /// Asks the database only when something was committed since the last request of this token, or after five seconds.
    /// - Throws: unauthorized when a program brings a token that is no good.
    func recognise(_ request: Request, _ context: inout TenureContext, _ house: House) async throws {
        if let header = request.headers[.authorization] {
            guard let token = Self.token(in: header), let found = try await find(.program(token.digest), house) else {
                throw HTTPError(.unauthorized, headers: [.wwwAuthenticate: "Bearer"])
            }
            context.viewer = found.viewer
            context.isProgram = true
            return
        }
        guard let token = request.cookie(Self.cookie).flatMap({ Token(text: $0) }) else { return }
        let digest = token.digest
        guard let found = try await find(.session(digest), house) else { return }
        context.viewer = found.viewer
        context.session = found.session
        context.errand = found.errand
        let proof = FormProof(keyring: house.keyring, session: digest, now: house.now)
        context.formProof = proof
        context.formToken = proof.text
    }

    private static func token(in header: String) -> APIToken? {
        let words = header.split(separator: " ", maxSplits: 1)
        guard words.count == 2, words[0].lowercased() == "bearer" else { return nil }
        return APIToken(text: words[1])
    }

    private func find(_ key: Recognised.Key, _ house: House) async throws -> Recognised? {
        let now = house.now
        let generation = house.database.generation
        let found: Recognised?
        switch memory.withLock({ $0.answer(key, at: now, idle: house.sessionIdle, generation: generation) }) {
        case .known(let known): found = known
        case .stale(let known): found = try await ask(key, known, house, at: now, generation)
        case .unknown: found = try await ask(key, nil, house, at: now, generation)
        }
        await noteWhoWasHere(house, at: now)
        return found
    }

    private func ask(
        _ key: Recognised.Key, _ known: Recognised?, _ house: House, at now: Instant, _ generation: Int
    ) async throws -> Recognised? {
        let day = now.day(in: house.timeZone)
        let found = try await house.database.read { tx -> Recognised? in
            guard let stamp = try SessionStore.stamp(key, on: day, tx) else { return nil }
            if let known, known.stamp.isSame(as: stamp) {
                return Recognised(viewer: known.viewer, session: known.session, errand: known.errand, stamp: stamp)
            }
            return try SessionStore.recognised(key, stamp, tx)
        }
        return memory.withLock { memory in
            guard let found, memory.learn(found, key, at: now, idle: house.sessionIdle, generation: generation) else {
                memory.forget(key)
                return nil
            }
            return found
        }
    }

    /// One write a minute for everybody: how long sessions stay open, and when tokens were last used.
    private func noteWhoWasHere(_ house: House, at now: Instant) async {
        let seen = memory.withLock { $0.due(at: now) }
        guard !seen.isEmpty else { return }
        let idle = house.sessionIdle
        do {
            try await house.database.write { tx in try SessionStore.note(seen, idle: idle, tx) }
        } catch {
            // Nobody is shut out because a disk is full; what was not noted costs a session a minute.
            house.logger.warning("sessions not noted", metadata: ["error": "\(type(of: error))"])
        }
    }

    /// The cookie that carries a session.
    static func cookie(_ token: Token, _ context: TenureContext) -> Cookie {
        Cookie(
            name: cookie, value: token.text, path: "/", secure: context.isSecure, httpOnly: true, sameSite: .lax)
    }

    static func goneCookie(_ context: TenureContext) -> Cookie {
        Cookie(
            name: cookie, value: "", maxAge: 0, path: "/", secure: context.isSecure, httpOnly: true, sameSite: .lax)
    }
}
