import Kernel

/// A part of the company: a node of the dated tree. (Foundation already has a `Unit`, of measurement.)
package struct OrgUnit: Hashable, Sendable {
    package let id: ID<OrgUnit>
    package var kind: UnitKind
    /// The company's own short code, unique where given.
    package var code: String?
    /// What holds from day to day; the days with facts are the days the unit exists.
    package var facts: Timeline<UnitFacts>

    /// The first day it exists.
    package var opened: Day? { facts.extent?.start }
    /// The first day it no longer exists; nil while it is open for good.
    package var closed: Day? { facts.extent?.end }

    /// Whether it exists on that day.
    package func isOpen(on day: Day) -> Bool { facts[day] != nil }
}

/// What a unit is on a day.
package struct UnitFacts: Hashable, Sendable {
    package var name: String
    /// Nil at the top.
    package var parent: ID<OrgUnit>?
    package var head: ID<Person>?
    /// The HR business partner.
    package var partner: ID<Person>?
    package var costCentre: String?
    package var city: String?
}

package enum UnitKind: String, Sendable, Hashable, Codable, CaseIterable {
    case company
    case branch
    case department
    case team

    package var name: Phrase {
        switch self {
        case .company: Phrase(zh: "公司", en: "Company")
        case .branch: Phrase(zh: "分支机构", en: "Branch")
        case .department: Phrase(zh: "部门", en: "Department")
        case .team: Phrase(zh: "小组", en: "Team")
        }
    }

    /// What a name found in a sheet most likely is: 北京分公司 a branch, 某某有限公司 a company, 一组 a team.
    package init(guessing name: String) {
        let branch = ["分公司", "分部", "分行", "分店", "门店", "办事处", "大区", "区域", "Branch", "Office", "Region"]
        let company = ["公司", "集团", "总部", "Company", "Group", "Headquarters", "Inc.", "Ltd.", "Ltd"]
        let team = ["组", "班", "小队", "战队", "Team", "Squad"]
        if branch.contains(where: name.hasSuffix) {
            self = .branch
        } else if company.contains(where: name.hasSuffix) {
            self = .company
        } else if team.contains(where: name.hasSuffix) {
            self = .team
        } else {
            self = .department
        }
    }
}
