import Kernel
import Markup
import Shell

/// A column of the directory that can be shown or left out; the name always stands first, the state last.
enum PeopleColumn: String, Codable, Sendable, CaseIterable {
    case number, unit, path, position, level, kind, manager, hired, probation, lastDay = "last_day", city
    case workPhone = "work_phone"
    case workMail = "work_mail"

    static let usual: [PeopleColumn] = [.number, .unit, .position, .manager, .hired, .workPhone]

    /// The columns a query asks for, in their own order; the usual ones when it names none.
    static func chosen(_ query: FormFields) -> [PeopleColumn] {
        let named = Set(query.all("columns"))
        let chosen = allCases.filter { named.contains($0.rawValue) }
        return chosen.isEmpty ? usual : chosen
    }

    var title: Phrase {
        switch self {
        case .number: Phrase(zh: "工号", en: "Number")
        case .unit: Phrase(zh: "部门", en: "Unit")
        case .path: Phrase(zh: "部门全称", en: "Unit in full")
        case .position: Phrase(zh: "岗位", en: "Position")
        case .level: Phrase(zh: "职级", en: "Level")
        case .kind: Phrase(zh: "用工形式", en: "Kind of employment")
        case .manager: Phrase(zh: "直属上级", en: "Manager")
        case .hired: Phrase(zh: "入职日期", en: "Hired")
        case .probation: Phrase(zh: "试用期截止", en: "Probation until")
        case .lastDay: Phrase(zh: "最后工作日", en: "Last day")
        case .city: Phrase(zh: "工作城市", en: "City")
        case .workPhone: Phrase(zh: "工作电话", en: "Work phone")
        case .workMail: Phrase(zh: "工作邮箱", en: "Work mail")
        }
    }

    /// The order a press on the heading asks for.
    var order: DirectoryFilter.Order? {
        switch self {
        case .number: .number
        case .unit, .path: .unit
        case .hired: .hireDay
        default: nil
        }
    }

    /// Whether the second line of a phone's card shows it.
    var isOnCard: Bool { self == .unit || self == .path || self == .position }

    func cell(_ row: StaffRow) -> TableCell {
        switch self {
        case .number: .text(row.number)
        case .unit: .text(row.unitName ?? "—")
        case .path: .text(row.unitPath ?? "—")
        case .position: .text(row.position ?? "—")
        case .workPhone: .text(row.workPhone ?? "—")
        case .workMail: .text(row.workMail ?? "—")
        default: row.work.map(cell) ?? .masked
        }
    }

    private func cell(_ work: StaffRow.Work) -> TableCell {
        switch self {
        case .level: .text(work.level ?? "—")
        case .kind: work.kind.map { .words($0.name) } ?? .text("—")
        case .manager: .text(work.managerName ?? "—")
        case .hired: .day(work.hiredOn)
        case .probation: .day(work.probationEnd)
        case .lastDay: .day(work.lastDay)
        case .city: .text(work.workCity ?? "—")
        default: .text("—")
        }
    }

    /// The same for a file.
    var export: ExportColumn<StaffRow> {
        switch self {
        case .number: .text(title, .public) { $0.number }
        case .unit: .text(title, .public) { $0.unitName }
        case .path: .text(title, .public) { $0.unitPath }
        case .position: .text(title, .public) { $0.position }
        case .level: .text(title) { $0.work?.level }
        case .kind: .words(title) { $0.work?.kind?.name }
        case .manager: .text(title) { $0.work?.managerName }
        case .hired: .day(title) { $0.work?.hiredOn }
        case .probation: .day(title) { $0.work?.probationEnd }
        case .lastDay: .day(title) { $0.work?.lastDay }
        case .city: .text(title) { $0.work?.workCity }
        case .workPhone: .text(title, .public) { $0.workPhone }
        case .workMail: .text(title, .public) { $0.workMail }
        }
    }
}
