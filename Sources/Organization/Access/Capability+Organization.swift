import Kernel
import Shell

/// What may be done with people, units and contracts. The codes are stored with roles and never renamed.
extension Capability {
    package static let readPeople = Capability("people.read", Phrase(zh: "查看员工", en: "See people"))
    package static let editPeople = Capability("people.edit", Phrase(zh: "编辑员工档案", en: "Edit people's records"))
    package static let hirePeople = Capability("people.hire", Phrase(zh: "办理入职", en: "Hire people"))
    package static let movePeople = Capability("assignments.edit", Phrase(zh: "办理调动", en: "Transfer and promote"))
    package static let readUnits = Capability("units.read", Phrase(zh: "查看组织架构", en: "See the org chart"))
    package static let editUnits = Capability("units.edit", Phrase(zh: "调整组织架构", en: "Change the org chart"))
    package static let readContracts = Capability("contracts.read", Phrase(zh: "查看劳动合同", en: "See contracts"))
    package static let editContracts = Capability(
        "contracts.edit", Phrase(zh: "签订和续签合同", en: "Sign and renew contracts"))
    package static let editSeparations = Capability(
        "separations.edit", Phrase(zh: "办理离职", en: "Handle separations"))
    package static let editPay = Capability("pay.edit", Phrase(zh: "调整薪酬", en: "Change pay"))
    package static let readHeadcount = Capability("headcount.read", Phrase(zh: "查看人员编制报表", en: "See headcount figures"))
    package static let readQuality = Capability("quality.read", Phrase(zh: "查看数据质量", en: "See data quality"))
    package static let editPositions = Capability(
        "positions.edit", Phrase(zh: "维护岗位与职级", en: "Maintain positions and levels"), reaches: [.company])
    package static let editCustomFields = Capability(
        "custom_fields.edit", Phrase(zh: "维护自定义字段", en: "Maintain custom fields"), reaches: [.company],
        showsFields: false)

    package static let ofOrganization: [Capability] = [
        .readPeople, .editPeople, .hirePeople, .movePeople, .readUnits, .editUnits, .readContracts, .editContracts,
        .editSeparations, .editPay, .readHeadcount, .readQuality, .editPositions, .editCustomFields,
    ]
}
