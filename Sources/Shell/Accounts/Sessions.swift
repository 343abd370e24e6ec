import Hummingbird
import Kernel
import SQL

/// Finds out who a request comes from.
package final class Sessions: Sendable {
    package static let cookie = "tenure_session"

    package init() {}

    /// Notes the viewer in the context, if the request brings a session or an API token that is still good.
    func recognise(_ request: Request, _ context: inout TenureContext, _ house: House) async throws {
        guard let token = request.cookies[Self.cookie]?.value else { return }
        let hash = AccountStore.hash(of: token)
        let now = house.now
        context.viewer = try await house.database.read { tx in
            try AccountStore.viewer(session: hash, at: now, tx)
        }
    }
}
