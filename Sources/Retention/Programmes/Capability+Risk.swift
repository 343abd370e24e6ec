import Kernel
import Shell

/// What may be done with risk. The codes are stored with roles and never renamed.
extension Capability {
    /// Also needs the class *risk*; nobody sees their own score whatever a role says.
    package static let readRisk = Capability(
        "risk.read", Phrase(zh: "查看离职风险", en: "See the risk of leaving"), reaches: [.company, .line])
    package static let manageRisk = Capability(
        "risk.manage", Phrase(zh: "管理风险模型", en: "Manage risk models"), reaches: [.company], showsFields: false)
}
