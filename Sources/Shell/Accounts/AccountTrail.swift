import Kernel
import SQL

/// What the audit log is told about accounts.
enum AccountTrail {
    static func signedIn(_ candidate: SignInStore.Candidate, _ call: Call, _ tx: Transaction) throws {}
    static func signedOut(_ call: Call, _ tx: Transaction) throws {}
    static func passwordSet(_ candidate: SignInStore.Candidate, _ call: Call, _ tx: Transaction) throws {}
    /// - Parameter account: nil when there is none of that name.
    static func failed(_ account: ID<Account>?, _ call: Call) async throws {}
}
