import Kernel

/// What somebody who has signed in must do before anything else.
package enum Errand: String, Sendable {
    case newPassword
    case secondFactor

    /// Where it is done.
    var path: String {
        switch self {
        case .newPassword: "/account/password"
        case .secondFactor: "/account/second-factor"
        }
    }

    /// Whether a route may be used while the errand is open.
    func allows(_ route: Route) -> Bool {
        if route.access == .everyone { return true }
        return ([Errand.newPassword, .secondFactor].map(\.path) + ["/sign-out"]).contains(route.path)
    }
}
