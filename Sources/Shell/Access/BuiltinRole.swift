import Kernel

/// The roles every company starts with. Their grants are a start too: administrators edit them.
package enum BuiltinRole: String, Sendable, Hashable, CaseIterable {
    case administrator, hr, recruiter, trainer, manager, mentor, finance, payroll
    case customerManager = "customer_manager"
    case executive, employee, auditor

    package var name: Phrase {
        switch self {
        case .administrator: Phrase(zh: "系统管理员", en: "Administrator")
        case .hr: Phrase(zh: "人力资源", en: "HR")
        case .recruiter: Phrase(zh: "招聘专员", en: "Recruiter")
        case .trainer: Phrase(zh: "培训师", en: "Trainer")
        case .manager: Phrase(zh: "部门经理", en: "Manager")
        case .mentor: Phrase(zh: "导师", en: "Mentor")
        case .finance: Phrase(zh: "财务", en: "Finance")
        case .payroll: Phrase(zh: "薪酬专员", en: "Payroll")
        case .customerManager: Phrase(zh: "客户经理", en: "Customer manager")
        case .executive: Phrase(zh: "高管", en: "Executive")
        case .employee: Phrase(zh: "员工", en: "Employee")
        case .auditor: Phrase(zh: "审计员", en: "Auditor")
        }
    }
}

/// What a room gives a role at first.
package struct DefaultGrant: Sendable {
    package let role: BuiltinRole
    package let capability: Capability
    package let reach: Reach
    package let classes: Set<FieldClass>

    package init(
        _ role: BuiltinRole, _ capability: Capability, _ reach: Reach = .company, _ classes: Set<FieldClass> = []
    ) {
        self.role = role
        self.capability = capability
        self.reach = reach
        self.classes = classes
    }

    /// The same capability for several roles.
    package static func each(
        _ roles: [BuiltinRole], _ capability: Capability, _ reach: Reach = .company, _ classes: Set<FieldClass> = []
    ) -> [DefaultGrant] {
        roles.map { DefaultGrant($0, capability, reach, classes) }
    }
}
