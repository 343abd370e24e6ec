import Kernel

/// What is decided about a contract that ends.
package typealias ContractChoice = RenewalOutlook.Choice

extension RenewalOutlook.Choice {
    /// Where the decision is carried out: the next contract, or the separation.
    func nextStep(of person: ID<Person>) -> String {
        self == .end ? "/people/\(person)/separation" : "/people/\(person)/contracts/new"
    }

    /// What is done there.
    var nextStepName: Phrase {
        self == .end
            ? Phrase(zh: "办理终止", en: "Handle the separation") : Phrase(zh: "签订新合同", en: "Sign the next contract")
    }
}
