import Kernel
import Markup
import SQL
import Shell

/// One person: who, where, since when, and everything that happened; each part for those who may see it.
struct PersonPage: RecordPage {
    let head: PersonHead
    let managers: [PersonChip]
    let reports: Int
    let classes: [FieldClass]
    /// The stretch of working here that counts: the present one, or the last. Class *work*.
    let employment: Stretch?
    /// Class *personal*; nil when not seen.
    let personal: Personal?
    /// Class *sensitive*; nil when not seen. Masked: ``SensitivePage`` shows them, and that is recorded.
    let papers: Papers?
    /// Class *pay*; nil when not seen.
    let monthlyPay: Money?
    let custom: [CustomValue]
    let timeline: [TimelineEntry]
    /// Pages of other rooms about this person.
    let links: [SubjectLink.Offer]

    struct Stretch: Codable, Sendable {
        let kind: EmploymentKind
        let hired: Day
        let lastDay: Day?
        let probationEnd: Day?
        let confirmed: Day?
        let city: String?
    }

    struct Personal: Codable, Sendable {
        let gender: Phrase?
        let born: Day?
        let phones: [String]
        let mails: [String]
        let emergencyContacts: [String]
        let education: [Phrase]
        let experience: [String]
        let languages: [String]
    }

    struct Papers: Codable, Sendable {
        let identityKind: Phrase?
        let identity: String?
        let bank: String?
        let account: String?

        var isEmpty: Bool { identity == nil && account == nil }
    }

    static var tab: PersonTab { .summary }

    func heading(_ view: PageView) -> any Heading { head.recordHeading(Self.tab, links: links) }

    func content(_ view: PageView) -> HTML {
        HTML {
            head.tabBar(Self.tab)
            RecordLayout(asideTitle: Phrase(zh: "时间线", en: "Timeline")) {
                h2 { Phrase(zh: "工作", en: "Work") }
                KeyValueList(work(view.today))
                if let personal {
                    h2 { Phrase(zh: "个人", en: "Personal") }
                    KeyValueList(entries(personal))
                }
                if let papers {
                    h2 { Phrase(zh: "证件和账户", en: "Papers and account") }
                    KeyValueList(entries(papers))
                }
                if classes.contains(.pay) {
                    h2 { Phrase(zh: "薪酬", en: "Pay") }
                    KeyValueList([
                        .init(
                            Phrase(zh: "约定月薪", en: "Agreed monthly pay"),
                            monthlyPay.map { .money($0) } ?? .unknown(PersonWords.notGiven))
                    ])
                }
                if !custom.isEmpty {
                    h2 { Phrase(zh: "公司自定义", en: "The company's own fields") }
                    KeyValueList(custom.map { .init($0.field.name, .words($0.field.shown($0.content))) })
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

    private func work(_ today: Day) -> [KeyValueList.Entry] {
        let row = head.row
        var entries: [KeyValueList.Entry] = [
            .init(FieldName.unit, row.unitPath, unknown: PersonWords.notGiven),
            .init(FieldName.position, row.position, unknown: PersonWords.notGiven),
            .init(FieldName.workMail, row.workMail, unknown: PersonWords.notGiven),
            .init(FieldName.workPhone, row.workPhone, unknown: PersonWords.notGiven),
        ]
        guard let work = row.work else { return entries }
        entries += [
            .init(
                FieldName.manager,
                managers.first.map { .part(Markup.PersonChip($0.name, target: URLText("/people/\($0.id)"))) }
                    ?? .unknown(PersonWords.notGiven)),
            .init(Phrase(zh: "直接下属", en: "Direct reports"), .words(Phrase(zh: "\(reports) 人", en: "\(reports)"))),
            .init(FieldName.level, work.level, unknown: PersonWords.notGiven),
            .init(Phrase(zh: "工作城市", en: "City"), work.workCity, unknown: PersonWords.notGiven),
        ]
        guard let employment else { return entries }
        entries += [
            .init(Phrase(zh: "用工形式", en: "Employment"), .words(employment.kind.name)),
            .init(FieldName.hireDay, .day(employment.hired)),
        ]
        if let confirmed = employment.confirmed {
            entries.append(.init(FieldName.confirmed, .day(confirmed)))
        } else {
            entries.append(
                .init(
                    Phrase(zh: "试用期至", en: "Probation until"),
                    employment.probationEnd.map { .day($0) } ?? .unknown(Phrase(zh: "没有试用期", en: "No probation"))))
        }
        if let last = employment.lastDay { entries.append(.init(FieldName.lastDay, .day(last))) }
        return entries
    }

    private func entries(_ personal: Personal) -> [KeyValueList.Entry] {
        let list = { (name: Phrase, texts: [String]) in
            KeyValueList.Entry(
                name, texts.isEmpty ? .unknown(PersonWords.notGiven) : .known(Self.lines(texts)))
        }
        return [
            .init(FieldName.gender, personal.gender.map { .words($0) } ?? .unknown(PersonWords.notGiven)),
            .init(FieldName.birthday, personal.born.map { .day($0) } ?? .unknown(PersonWords.notGiven)),
            list(Phrase(zh: "手机", en: "Mobile"), personal.phones),
            list(Phrase(zh: "个人邮箱", en: "Private mail"), personal.mails),
            list(FieldName.contacts, personal.emergencyContacts),
            .init(
                FieldName.education,
                personal.education.isEmpty
                    ? .unknown(PersonWords.notGiven)
                    : .known(HTML { for study in personal.education { div { study } } })),
            list(FieldName.experience, personal.experience), list(FieldName.languages, personal.languages),
        ]
    }

    private static func lines(_ texts: [String]) -> HTML {
        HTML {
            for text in texts { div { text } }
        }
    }

    private func entries(_ papers: Papers) -> [KeyValueList.Entry] {
        let show = PageAction.link(
            Phrase(zh: "查看", en: "Show"), URLText(head.path + "/sensitive"), look: .quiet)
        return [
            .init(
                papers.identityKind ?? FieldName.identity,
                papers.identity.map { .part(MaskedValue(shown: $0, reveal: show)) } ?? .unknown(PersonWords.notGiven)),
            .init(
                FieldName.bank,
                papers.account.map { .part(MaskedValue(shown: "\(papers.bank ?? "") \($0)", reveal: show)) }
                    ?? .unknown(PersonWords.notGiven)),
        ]
    }
}

extension PersonPage {
    /// - Throws: ``Missing``.
    static func load(
        _ person: ID<Person>, _ house: House, as viewer: Viewer, _ tx: Transaction
    ) throws -> PersonPage {
        let today = house.today
        let file = try PersonStore.file(person, as: viewer, house.keyring, today: today, tx)
        return PersonPage(
            head: try PersonHead.load(person, viewer, tx), managers: file.managers, reports: file.reports,
            classes: FieldClass.allCases.filter { file.classes.contains($0) },
            employment: (file.employments.last { $0.hireDay <= today } ?? file.employments.last).map {
                Stretch(
                    kind: $0.kind, hired: $0.hireDay, lastDay: $0.lastDay, probationEnd: $0.probationEnd,
                    confirmed: $0.confirmationDay, city: $0.workCity)
            },
            personal: file.person.personal.map { details in
                Personal(
                    gender: details.gender?.name, born: details.birthday, phones: details.phones.map(\.text),
                    mails: details.mails,
                    emergencyContacts: details.emergencyContacts.map { EditForm.shown(EditForm.parts(of: $0)) },
                    education: details.education.map { study in
                        Phrase(
                            zh: EditForm.shown(EditForm.parts(of: study, in: .zh)),
                            en: EditForm.shown(EditForm.parts(of: study, in: .en)))
                    },
                    experience: details.experience.map { EditForm.shown(EditForm.parts(of: $0)) },
                    languages: details.languages)
            },
            papers: file.person.sensitive.map { details in
                Papers(
                    identityKind: details.identity?.kind.name, identity: details.identity?.masked,
                    bank: details.bankAccount?.bank, account: details.bankAccount?.number.masked)
            }, monthlyPay: file.pay.last { $0.days.contains(today) }?.monthly, custom: file.custom,
            timeline: PersonTimeline.entries(of: file).sorted { $0.day > $1.day },
            links: try house.links(about: person.subject, on: .record, to: viewer, tx))
    }
}
