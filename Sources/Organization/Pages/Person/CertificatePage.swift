import Kernel
import Markup
import SQL
import Shell

/// The certificate every leaver is owed (离职证明): term of the contract, day of its end, post and years of service.
/// Labour Contract Law art. 50; Implementing Regulation art. 24.
struct CertificatePage: PageModel {
    let head: PersonHead
    /// Who issues it.
    let company: String
    let name: String
    /// The whole number for those who see papers; "" is written by hand.
    let identity: String
    let identityKind: Phrase
    let position: String?
    let unit: String?
    let hired: Day
    let lastDay: Day
    let contractStart: Day?
    let contractLast: Day?
    let contractKind: ContractKind?
    /// Whole years and months.
    let years: Int
    let months: Int
    let issued: Day

    var title: Phrase { Phrase(zh: "离职证明", en: "Leaving certificate") }
    var trail: [Crumb] { head.trail }
    func heading(_ view: PageView) -> any Heading { PageHead(title, breadcrumbs: trail.steps) }

    func content(_ view: PageView) -> HTML {
        HTML {
            article(.class("letter")) {
                p { first }
                p { second }
                if contractStart != nil { p { third } }
                p { Phrase(zh: "特此证明。", en: "This is to certify the above.") }
                p(.class("signature")) { Phrase(zh: "（单位盖章）", en: "(Company seal)") }
                p(.class("signature")) { company }
                p(.class("signature")) { Self.long(issued) }
            }
            p(.class("hint", "actions")) {
                Phrase(
                    zh: "按 Ctrl+P（Mac 为 ⌘P）打印，菜单和按钮不会印出。须在解除或终止劳动合同时出具（《劳动合同法》第50条）。",
                    en: "Print with Ctrl+P (⌘P on a Mac); menus are left out. It is due when the contract ends "
                        + "(Labour Contract Law, art. 50).")
            }
        }
    }

    private var first: Phrase {
        let number = identity.isEmpty ? "____________________" : identity
        let work = [unit, position].compactMap { $0 }.joined(separator: " ")
        return Phrase(
            zh: "兹证明\(name)（\(identityKind.zh)号码：\(number)）自\(Self.long(hired).zh)至\(Self.long(lastDay).zh)在我单位工作，"
                + "离职前所在部门和岗位为\(work.isEmpty ? "________" : work)，在本单位工作年限为\(service.zh)。",
            en:
                "This certifies that \(name) (\(identityKind.en) \(number)) worked for us from \(Self.long(hired).en) to "
                + "\(Self.long(lastDay).en), last as \(work.isEmpty ? "________" : work); length of service: \(service.en)."
        )
    }

    private var second: Phrase {
        Phrase(
            zh: "双方的劳动合同已于\(Self.long(lastDay).zh)解除（终止），工作交接手续已按规定办理。",
            en: "The labour contract ended on \(Self.long(lastDay).en).")
    }

    private var third: Phrase {
        let start = contractStart.map(Self.long) ?? Phrase(verbatim: "")
        let last = contractLast.map(Self.long)
        return Phrase(
            zh: "劳动合同期限：自\(start.zh)起" + (last.map { "至\($0.zh)止" } ?? "，\(contractKind?.name.zh ?? "")") + "。",
            en: "Term of the contract: from \(start.en)"
                + (last.map { " to \($0.en)" } ?? ", \(contractKind?.name.en ?? "")")
                + ".")
    }

    private var service: Phrase {
        let zh = (years > 0 ? "\(years)年" : "") + (months > 0 || years == 0 ? "\(months)个月" : "")
        let en =
            (years > 0 ? "\(years) " + (years == 1 ? "year" : "years") : "")
            + (months > 0 || years == 0
                ? (years > 0 ? " and " : "") + "\(months) " + (months == 1 ? "month" : "months") : "")
        return Phrase(zh: zh, en: en)
    }

    private static func long(_ day: Day) -> Phrase {
        Phrase(zh: "\(day.year)年\(day.monthOfYear)月\(day.dayOfMonth)日", en: day.iso)
    }
}

extension CertificatePage {
    /// - Throws: ``Missing``, ``StaffRefusal``.
    static func load(
        _ person: ID<Person>, _ keyring: Keyring, today: Day, as viewer: Viewer, _ tx: Transaction
    ) throws -> CertificatePage {
        try Visibility.requireDecision(about: person, viewer, .editSeparations, tx)
        let head = try PersonHead.load(person, viewer, tx)
        guard let employment = try PersonStore.employments(of: person, tx).last, let last = employment.lastDay else {
            throw StaffRefusal.notLeaving
        }
        let seesPapers = try Visibility.classes(of: person, viewer, tx)?.contains(.sensitive) ?? false
        let paper = seesPapers ? try PersonStore.sensitive(person, keyring, today: today, tx).identity : nil
        let post = try PersonStore.posts(of: person, tx).last { $0.employment == employment.id && $0.role == .primary }
        let contract = try PersonStore.contracts(of: person, tx).last { $0.employment == employment.id }
        let months = DayRange(start: employment.hireDay, end: last + 1)?.wholeMonths ?? 0
        return CertificatePage(
            head: head, company: try company(contract?.employer ?? employment.payer, post?.unit, tx),
            name: head.row.name, identity: paper?.number ?? "",
            identityKind: (paper?.kind ?? .identityCard).name, position: post?.position, unit: post?.unitName,
            hired: employment.hireDay, lastDay: last, contractStart: contract?.start, contractLast: contract?.last,
            contractKind: contract?.kind, years: months / 12, months: months % 12, issued: max(today, last))
    }

    /// The company that signed, or the nearest company above the unit, or the top of the tree.
    private static func company(
        _ employer: ID<OrgUnit>?, _ unit: ID<OrgUnit>?, _ tx: Transaction
    ) throws -> String {
        if let employer,
            let name = try tx.value("select name from unit_paths where unit_id = \(employer)", as: String.self)
        {
            return name
        }
        guard let unit, let path = try tx.value("select path from unit_paths where unit_id = \(unit)", as: String.self)
        else { return "____________________" }
        let line = path.split(separator: "/").compactMap { Int64($0) }
        return try tx.value(
            """
            select name from unit_paths where unit_id in \(line)
            order by case when kind = 'company' then depth else -1 end desc, depth limit 1
            """, as: String.self) ?? ""
    }
}
