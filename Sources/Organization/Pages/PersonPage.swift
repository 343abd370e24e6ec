import Kernel
import Markup
import Shell

/// One person: who, where, since when, and everything that happened; each part for those who may see it.
struct PersonPage: PageModel {
    let row: StaffRow
    let managers: [PersonChip]
    let reports: Int
    let classes: [FieldClass]
    /// Class *personal*; nil when not seen.
    let personal: Personal?
    /// Class *pay*; nil when not seen.
    let monthlyPay: Money?
    let timeline: [TimelineEntry]

    struct Personal: Codable, Sendable {
        let gender: Phrase?
        let born: Day?
        let phone: String?
        let mail: String?
    }

    var title: Phrase { Phrase(verbatim: row.name) }
    var trail: [Crumb] { [Crumb(Phrase(zh: "花名册", en: "Directory"), "/people")] }

    func heading(_ view: PageView) -> any Heading {
        RecordHeader(
            name: row.name,
            identity: [
                HTML(row.number), HTML(row.position ?? ""),
                HTML {
                    if let unit = row.unit {
                        a(.href(URLText("/people?unit=\(unit)"))) { row.unitPath ?? row.unitName ?? "" }
                    }
                },
            ], state: row.work.map { StatusBadge($0.status.badge, $0.status.name) }, breadcrumbs: trail.steps)
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            RecordLayout(asideTitle: Phrase(zh: "时间线", en: "Timeline")) {
                h2 { Phrase(zh: "工作", en: "Work") }
                KeyValueList(work)
                if let personal {
                    h2 { Phrase(zh: "个人", en: "Personal") }
                    KeyValueList([
                        .init(
                            Phrase(zh: "性别", en: "Gender"),
                            personal.gender.map { .words($0) } ?? .unknown(Self.notGiven)),
                        .init(
                            Phrase(zh: "出生日期", en: "Born"), personal.born.map { .day($0) } ?? .unknown(Self.notGiven)),
                        .init(Phrase(zh: "手机", en: "Mobile"), personal.phone, unknown: Self.notGiven),
                        .init(Phrase(zh: "个人邮箱", en: "Private mail"), personal.mail, unknown: Self.notGiven),
                    ])
                }
                if classes.contains(.pay) {
                    h2 { Phrase(zh: "薪酬", en: "Pay") }
                    KeyValueList([
                        .init(
                            Phrase(zh: "约定月薪", en: "Agreed monthly pay"),
                            monthlyPay.map { .money($0) } ?? .unknown(Self.notGiven))
                    ])
                }
            } aside: {
                if timeline.isEmpty {
                    p { Phrase(zh: "这里会列出入职、任职、合同等经历。", en: "Hiring, posts and contracts will be listed here.") }
                } else {
                    TimelineList(
                        timeline.map {
                            .init(
                                $0.day, kind: $0.kind.name, title: $0.title, detail: $0.detail,
                                isPlanned: $0.day > view.today)
                        })
                }
            }
        }
    }

    private var work: [KeyValueList.Entry] {
        var entries: [KeyValueList.Entry] = [
            .init(Phrase(zh: "部门", en: "Unit"), row.unitPath, unknown: Self.notGiven),
            .init(Phrase(zh: "岗位", en: "Position"), row.position, unknown: Self.notGiven),
            .init(Phrase(zh: "工作邮箱", en: "Work mail"), row.workMail, unknown: Self.notGiven),
            .init(Phrase(zh: "工作电话", en: "Work phone"), row.workPhone, unknown: Self.notGiven),
        ]
        guard let work = row.work else { return entries }
        entries += [
            .init(Phrase(zh: "职级", en: "Level"), work.level, unknown: Self.notGiven),
            .init(Phrase(zh: "入职日期", en: "Hired"), work.hiredOn.map { .day($0) } ?? .unknown(Self.notGiven)),
            .init(
                Phrase(zh: "试用期至", en: "Probation until"),
                work.probationEnd.map { .day($0) } ?? .unknown(Phrase(zh: "没有试用期", en: "No probation"))),
            .init(Phrase(zh: "工作城市", en: "City"), work.workCity, unknown: Self.notGiven),
            .init(
                Phrase(zh: "直属上级", en: "Manager"),
                managers.first.map { .part(Markup.PersonChip($0.name, target: URLText("/people/\($0.id)"))) }
                    ?? .unknown(Self.notGiven)),
            .init(Phrase(zh: "直接下属", en: "Direct reports"), .text(String(reports))),
        ]
        return entries
    }

    private static let notGiven = Phrase(zh: "未填写", en: "Not given")
}

extension EmploymentState {
    var badge: StatusBadge.Kind {
        switch self {
        case .planned: .planned
        case .probation: .running
        case .regular: .good
        default: .over
        }
    }
}
