import Kernel

/// Who did something, and from where.
package struct Actor: Sendable, Hashable {
    /// 0 for the program itself.
    package let account: ID<Account>
    package let name: String
    /// The network address the request came from; "" for commands and jobs.
    package let address: String

    package init(account: ID<Account>, name: String, address: String) {
        self.account = account
        self.name = name
        self.address = address
    }

    package init(_ viewer: Viewer, from address: String = "") {
        self.init(account: viewer.account, name: viewer.name, address: address)
    }

    /// Jobs, reactions and commands.
    package static let program = Actor(account: ID(0), name: "Tenure", address: "")
}

extension Call {
    /// Who acts here. Someone who has not signed in yet acts under account 0 and no name.
    package var actor: Actor {
        if let viewer = try? viewer { return Actor(viewer, from: context.address) }
        return Actor(account: ID(0), name: "", address: context.address)
    }
}
