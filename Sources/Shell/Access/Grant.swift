import Kernel

/// One permission of a viewer: a capability over some people, for some classes of fields.
package struct Grant: Sendable, Hashable {
    package let capability: Capability
    package let reach: Reach
    /// The root of the subtree ``Reach/company`` is narrowed to; nil for the whole company.
    package let unit: Int64?
    /// What is seen of the records covered.
    package let classes: Set<FieldClass>

    package init(_ capability: Capability, _ reach: Reach, unit: Int64? = nil, classes: Set<FieldClass> = []) {
        self.capability = capability
        self.reach = reach
        self.unit = unit
        self.classes = classes
    }

    /// What is left of it in a role that is given for less than it says.
    func narrowed(to other: Reach?) -> Grant? {
        if capability.isUndivided, unit != nil || (other ?? .company) != .company { return nil }
        return reach.narrowed(to: other).map { Grant(capability, $0, unit: unit, classes: classes) }
    }

    /// Whether everything the other grant allows is allowed by these.
    static func all(_ grants: [Grant], cover other: Grant) -> Bool {
        // What concerns nobody but the holder gives nobody more than is the holder's own.
        if other.reach == .oneself { return true }
        let covering = grants.filter {
            $0.capability == other.capability && ($0.unit == nil || $0.unit == other.unit)
                && ($0.reach == .company || $0.reach == other.reach)
        }
        return !covering.isEmpty && other.classes.isSubset(of: covering.reduce(into: []) { $0.formUnion($1.classes) })
    }
}
