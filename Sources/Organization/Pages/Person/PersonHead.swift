import Kernel
import Markup
import SQL
import Shell

/// What every page about somebody begins with: who it is, what can be done, and the parts of the record.
struct PersonHead: Codable, Sendable {
    let row: StaffRow
    let steps: [PersonStep]
    let tabs: [PersonTab]
    /// The newest photo, for those who see work facts.
    let photo: ID<Document>?

    var id: ID<Person> { row.id }
    var path: String { "/people/\(row.id)" }
    /// The way to a page below the person's.
    var trail: [Crumb] { Self.trail + [Crumb(Phrase(verbatim: row.name), path)] }
    static let trail = [Crumb(Phrase(zh: "花名册", en: "Directory"), "/people")]

    /// `E0001 · 总部/销售部 · 客户经理`, to be sure it is the right person.
    var line: Phrase {
        Phrase(verbatim: [row.name, row.number, row.unitPath, row.position].compactMap { $0 }.joined(separator: " · "))
    }

    /// The heading of a form about this person.
    func formHeading(_ title: Phrase) -> PageHead { PageHead(title, note: line, breadcrumbs: trail.steps) }

    /// The heading of the record. The likeliest step stands first and is not hidden in the menu.
    /// - Parameter links: pages of other rooms about this person, behind everything that is done here.
    func recordHeading(_ tab: PersonTab, links: [SubjectLink.Offer] = []) -> RecordHeader {
        let steps = steps.filter { $0 != .checklist || tab != .separation }
        let main: PersonStep? = [.confirm, .checklist, .rehire, .transfer, .edit].first { steps.contains($0) }
        let shown = ([main, main == .edit ? nil : .edit] as [PersonStep?]).compactMap { $0 }.filter(steps.contains)
        return RecordHeader(
            name: row.name, picture: photo.map { URLText("\(path)/documents/\($0)/photo") },
            identity: [
                HTML(row.number), HTML(row.position ?? ""),
                HTML {
                    if let unit = row.unit {
                        a(.href(URLText("/people?unit=\(unit)"))) { row.unitPath ?? row.unitName ?? "" }
                    }
                }, row.work.flatMap(Self.leaving).map { HTML($0) } ?? .empty,
            ], state: row.work.map { StatusBadge($0.status.badge, $0.status.name) },
            breadcrumbs: Self.trail.steps,
            actions: shown.map { .link($0.name, URLText($0.path(id)), look: $0 == main ? .primary : .plain) },
            more: steps.filter { !shown.contains($0) }.map { .link($0.name, URLText($0.path(id))) }
                + links.map { .link($0.name, URLText($0.path)) })
    }

    /// Said beside the state while somebody still works but will leave.
    private static func leaving(_ work: StaffRow.Work) -> Phrase? {
        guard let last = work.lastDay, work.status != .left else { return nil }
        return Phrase(zh: "最后工作日 \(last)", en: "last day \(last)")
    }

    /// The parts of the record this viewer sees; nothing when it is only one.
    @HTMLBuilder func tabBar(_ current: PersonTab) -> HTML {
        if tabs.count > 1 {
            Tabs(tabs.map { .init($0.name, URLText($0.path(id)), isCurrent: $0 == current) })
        }
    }
}

/// A part of somebody's record.
protocol RecordPage: PageModel {
    static var tab: PersonTab { get }
    var head: PersonHead { get }
}

extension RecordPage {
    var title: Phrase { Phrase(verbatim: head.row.name) }
    var trail: [Crumb] { PersonHead.trail }
    func heading(_ view: PageView) -> any Heading { head.recordHeading(Self.tab) }
}

/// The parts of a record, the most asked for first.
enum PersonTab: String, Codable, Sendable, CaseIterable {
    case summary, posts, contracts, pay, documents, separation

    func path(_ person: ID<Person>) -> String {
        self == .summary ? "/people/\(person)" : "/people/\(person)/\(rawValue)"
    }

    var name: Phrase {
        switch self {
        case .summary: Phrase(zh: "概况", en: "Summary")
        case .posts: Phrase(zh: "任职", en: "Posts")
        case .contracts: Phrase(zh: "合同", en: "Contracts")
        case .pay: Phrase(zh: "薪酬", en: "Pay")
        case .documents: Phrase(zh: "文件", en: "Documents")
        case .separation: Phrase(zh: "离职", en: "Leaving")
        }
    }
}

extension PersonHead {
    /// - Throws: ``Missing`` for a person who is not there or not for this viewer.
    static func load(_ person: ID<Person>, _ viewer: Viewer, _ tx: Transaction) throws -> PersonHead {
        guard let classes = try Visibility.classes(of: person, viewer, tx),
            let row = try PersonStore.row(person, viewer, tx)
        else { throw Missing() }
        let asked: [(name: String, condition: Query)] = [
            ("edit", Visibility.condition(viewer, .editPeople)), ("move", Visibility.condition(viewer, .movePeople)),
            ("contracts", Visibility.condition(viewer, .editContracts)),
            ("separations", Visibility.condition(viewer, .editSeparations)),
            ("pay", Visibility.condition(viewer, .editPay, showing: .pay)),
            ("hire", Visibility.condition(viewer, .hirePeople)),
            ("readContracts", Visibility.condition(viewer, .readContracts)),
        ]
        var columns: Query = "s.status, s.last_day, s.probation_end, s.confirmed_on"
        for question in asked { columns += ", \(Visibility.flag(question.condition))" }
        columns += """
            , (select d.id from documents d where d.person_id = s.person_id and d.kind = \(DocumentKind.photo)
                and d.field_class = \(FieldClass.work) order by d.added_at desc, d.id desc limit 1)
            """
        let found = try tx.first("select \(columns) from staff s where s.person_id = \(person)") { row in
            let (status, lastDay) = (try row.value(EmploymentState.self), try row.value(Day?.self))
            let standing = PersonStep.Standing(
                status: status, lastDay: lastDay, hasProbation: try row.value(Day?.self) != nil,
                isConfirmed: try row.value(Day?.self) != nil)
            var capabilities: Set<String> = []
            for question in asked where try row.value(Bool.self) { capabilities.insert(question.name) }
            return (standing, capabilities, try row.value(ID<Document>?.self))
        }
        guard let (standing, capabilities, photo) = found else { throw Missing() }
        return PersonHead(
            row: row,
            steps: PersonStep.steps(with: capabilities, standing, isOneself: viewer.subject == person.subject),
            tabs: PersonTab.allCases.filter { tab in
                switch tab {
                case .summary: true
                case .posts: classes.contains(.work)
                case .contracts: capabilities.contains("readContracts")
                case .pay: classes.contains(.pay)
                case .documents: !classes.isDisjoint(with: Documents.classes)
                case .separation: capabilities.contains("separations") && standing.lastDay != nil
                }
            }, photo: classes.contains(.work) ? photo : nil)
    }
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
