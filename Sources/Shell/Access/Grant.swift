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
}
