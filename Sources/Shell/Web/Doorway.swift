import HTTPTypes
import Hummingbird
import Kernel

/// All routes of the house behind the guards: who comes, whether they may, and what they are told if something fails.
package struct Doorway: Sendable {
    let house: House
    let routes: [Route]
    let sessions: Sessions
    let isBehindProxy: Bool

    /// - Parameter isBehindProxy: whether what `X-Forwarded-…` says is believed.
    package init(house: House, sessions: Sessions, isBehindProxy: Bool = false) {
        self.house = house
        self.isBehindProxy = isBehindProxy
        self.sessions = sessions
        routes = house.rooms.flatMap(\.routes)
    }

    /// - Parameter names: hosts under which the server may be addressed.
    package func router(names: Set<String>) -> Router<TenureContext> {
        let router = Router(context: TenureContext.self)
        if isBehindProxy { router.add(middleware: Forwarded()) }
        router.add(middleware: SecurityHeaders())
        router.add(middleware: Visitor(usual: { [house] in house.setting(.language) }))
        router.add(middleware: HostGuard(names: names))
        router.add(middleware: Unknown(house: house, sessions: sessions))
        for route in routes {
            let figures = RouteFigures(route, house.metrics)
            router.on(RouterPath(route.path), method: route.method) { request, context in
                await figures.counting { await answer(request, context, route) }
            }
        }
        return router
    }

    private func answer(_ request: Request, _ context: TenureContext, _ route: Route) async -> Response {
        var context = context
        do {
            if route.recognises { try await sessions.recognise(request, &context, house) }
            let call = Call(request, context, house: house)
            if let errand = context.errand, !errand.allows(route) { throw Elsewhere(path: errand.path) }
            guard Self.isOpen(route.access, to: context.viewer), !isOutOfScope(route.access, context) else {
                return context.viewer == nil
                    ? try SignInRedirect.response(request, call) : ProblemPages.response(to: Missing(), call)
            }
            context.waiting = try await waiting(for: route, call)
            return try await route.handle(request, Call(request, context, house: house))
        } catch {
            return ProblemPages.response(to: error, Call(request, context, house: house))
        }
    }

    /// What the header of a page says waits; a change that shows its form again takes what is known.
    private func waiting(for route: Route, _ call: Call) async throws -> Int? {
        guard let viewer = call.context.viewer, !call.wantsJSON else { return nil }
        guard route.method == .get, route.showsFrame else { return house.inboxCounter.known(of: viewer)?.total }
        return try await house.inboxCounter.counts(of: viewer, house).total
    }

    /// What everybody may do once signed in is a scope of its own: a token for something else does not open the inbox.
    private func isOutOfScope(_ access: Route.Access, _ context: TenureContext) -> Bool {
        guard context.isProgram, case .signedIn = access else { return false }
        return context.viewer?.can(.signIn) != true
    }

    /// Whether the address exists for this viewer at all.
    package static func isOpen(_ access: Route.Access, to viewer: Viewer?) -> Bool {
        switch access {
        case .everyone: true
        case .signedIn: viewer != nil
        case .needs(let capability): viewer?.can(capability) ?? false
        }
    }
}

/// What those who have not signed in get instead of a page that needs it.
enum SignInRedirect {
    static let path = "/sign-in"

    static func response(_ request: Request, _ call: Call) throws -> Response {
        if call.wantsJSON || call.context.isProgram || request.method != .get { throw HTTPError(.unauthorized) }
        var query = FormFields()
        query.add("next", call.place)
        return .redirect(to: path + "?" + query.urlEncoded, type: .normal)
    }
}

/// Addresses without a route get the same answers as those that are not for the viewer.
struct Unknown: RouterMiddleware {
    typealias Context = TenureContext
    let house: House
    let sessions: Sessions

    func handle(
        _ request: Request, context: TenureContext, next: (Request, TenureContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            var context = context
            try? await sessions.recognise(request, &context, house)
            let call = Call(request, context, house: house)
            guard let status = (error as? HTTPError)?.status, status == .notFound, context.viewer == nil else {
                return ProblemPages.response(to: error, call)
            }
            do {
                return try SignInRedirect.response(request, call)
            } catch {
                return ProblemPages.response(to: error, call)
            }
        }
    }
}

/// Thrown by a handler: the visitor must go to another page first. Programs are told to sign in.
package struct Elsewhere: Error {
    let path: String
}
