import Kernel
import Markup
import SQL
import Shell

/// Another agreed pay from a day on.
struct PayForm: Form {
    static let fields = [
        FormField(
            "pay", .money, Phrase(zh: "约定月薪", en: "Agreed monthly pay"), hint: Phrase(zh: "税前。", en: "Gross."),
            isRequired: true),
        FormField(
            "from", .day, FieldName.from,
            hint: Phrase(zh: "此日之后已安排的调薪会被取代。", en: "Changes planned for later days are replaced."),
            isRequired: true),
        FormField("remark", .text(maximum: 200), Phrase(zh: "调薪原因", en: "Why")),
    ]

    let pay: Money
    let from: Day
    let remark: String?

    init(_ input: inout FormInput) {
        if input.raw["pay"] == nil { _ = input.text("pay") }
        pay = input.money("pay") ?? .zero
        from = input.day("from") ?? .first
        remark = input.optionalText("remark")
    }
}

/// Agreed pay over the years and what was paid. Class *pay*, for those alone.
struct PayPage: RecordPage {
    let head: PersonHead
    /// The latest first.
    let rates: [PayRate]
    /// The last twelve months.
    let months: [PaidMonth]
    /// Nil for those who only look.
    let form: FormState?

    static var tab: PersonTab { .pay }

    func content(_ view: PageView) -> HTML {
        HTML {
            head.tabBar(Self.tab)
            if rates.isEmpty {
                EmptyState(
                    title: Phrase(zh: "没有约定薪酬", en: "No agreed pay"),
                    explanation: Phrase(zh: "约定月薪的每次变更都会列在这里。", en: "Every change of the agreed pay is listed here."))
            } else {
                history(view.today)
            }
            if let form {
                h2 { PersonStep.changePay.name }
                GroupedForm(
                    state: form, action: head.path + "/pay", mark: view.formMark,
                    groups: [.init(nil) { for field in PayForm.fields { form.part(field, choices: nil) } }],
                    submit: Phrase(zh: "保存调薪", en: "Save the change"), cancel: head.path)
            }
            if !months.isEmpty { paid }
        }
    }

    private func history(_ today: Day) -> DataTable {
        DataTable(
            caption: Phrase(zh: "约定月薪", en: "Agreed monthly pay"),
            columns: [
                TableColumn(Phrase(zh: "起止日期", en: "From – to")),
                TableColumn(Phrase(zh: "月薪", en: "Monthly pay"), isNumber: true),
                TableColumn(Phrase(zh: "变化", en: "Change"), isNumber: true),
                TableColumn(Phrase(zh: "原因", en: "Why")), TableColumn(Phrase(zh: "状态", en: "State")),
            ],
            rows: rates.enumerated().map { index, rate in
                let before = index + 1 < rates.count ? rates[index + 1].monthly : nil
                return TableRow([
                    .words(
                        Phrase(
                            zh: "\(rate.days.start) 至 \(rate.days.last?.iso ?? "今")",
                            en: "\(rate.days.start) – \(rate.days.last?.iso ?? "now")")),
                    .money(rate.monthly), Self.change(from: before, to: rate.monthly), .text(rate.remark ?? "—"),
                    TableCell {
                        if rate.days.start > today {
                            StatusBadge(.planned, Phrase(zh: "待生效", en: "Planned"))
                        } else if rate.days.contains(today) {
                            StatusBadge(.good, Phrase(zh: "现行", en: "Current"))
                        } else {
                            StatusBadge(.over, Phrase(zh: "已结束", en: "Over"))
                        }
                    },
                ])
            })
    }

    private static func change(from before: Money?, to after: Money) -> TableCell {
        guard let before, let difference = try? after - before else { return .text("—") }
        return .words(
            Phrase(
                zh: (difference.isNegative ? "" : "+") + difference.text(in: .zh),
                en: (difference.isNegative ? "" : "+") + difference.text(in: .en)))
    }

    private var paid: DataTable {
        DataTable(
            caption: Phrase(zh: "近 12 个月已发工资", en: "Paid in the last twelve months"),
            columns: [
                TableColumn(Phrase(zh: "月份", en: "Month")), TableColumn(Phrase(zh: "项目", en: "Item")),
                TableColumn(Phrase(zh: "金额", en: "Amount"), isNumber: true),
            ],
            rows: months.flatMap { month in
                month.items.map {
                    TableRow([.text(month.month.iso), .words(PaidMonth.name($0.code)), .money($0.amount)])
                }
            })
    }

    /// - Throws: ``Missing`` for those without the class *pay*.
    static func load(
        _ person: ID<Person>, _ state: FormState?, today: Day, as viewer: Viewer, _ tx: Transaction
    ) throws -> PayPage {
        let head = try PersonHead.load(person, viewer, tx)
        let mayChange = head.steps.contains(.changePay)
        let reads = head.tabs.contains(.pay)
        guard reads || mayChange else { throw Missing() }
        return PayPage(
            head: head, rates: reads ? try PersonStore.payRates(of: person, tx).reversed() : [],
            months: reads ? Array(try PersonStore.paidMonths(of: person, tx).prefix(12)) : [],
            form: mayChange ? state ?? FormState(["from": today.month.next.firstDay.iso]) : nil)
    }
}

extension PaidMonth {
    /// As the pay sheet calls it; items nobody knows by the code they came with.
    static func name(_ code: String) -> Phrase { SheetVocabulary.pay.field(code)?.label ?? Phrase(verbatim: code) }
}

/// Pay of one person.
enum PayRoutes {
    static let all: [Route] = [
        .page("/people/{id}/pay", .needs(.readPeople), Phrase(zh: "薪酬", en: "Pay of a person")) { call in
            try await page(call, nil)
        },
        .action(
            "/people/{id}/pay", .needs(.editPay), Phrase(zh: "调薪", en: "Change pay"), form: PayForm.self,
            again: { call, state in try await page(call, state) }
        ) { call, form in
            let (occasion, id) = (try Occasion(call), try call.id(of: Person.self))
            try await call.write { tx in
                try PayForm.atFields {
                    try PayChanges.set(form.pay, of: id, from: form.from, remark: form.remark, occasion, tx)
                }
            }
            return Outcome("/people/\(id)/pay", Phrase(zh: "调薪已保存。", en: "The pay is changed."))
        },
    ]

    private static func page(_ call: Call, _ state: FormState?) async throws -> PayPage {
        let (viewer, id, today) = (try call.viewer, try call.id(of: Person.self), call.today)
        return try await call.read { tx in try PayPage.load(id, state, today: today, as: viewer, tx) }
    }
}
