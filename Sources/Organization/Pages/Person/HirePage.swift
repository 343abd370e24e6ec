import Kernel
import Markup
import SQL
import Shell

/// Hiring somebody.
struct HirePage: PageModel {
    let choices: PostChoices
    /// Pay is asked of those who may set it.
    let asksPay: Bool
    /// Somebody who left and returns.
    let returning: String?
    let form: FormState

    var title: Phrase {
        returning == nil ? Phrase(zh: "办理入职", en: "Hire somebody") : Phrase(zh: "再次入职", en: "Hire again")
    }
    var trail: [Crumb] { PersonHead.trail }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title,
            note: returning.map {
                Phrase(zh: "原员工：\($0)，沿用原工号和档案。", en: "\($0) returns with the same number and record.")
            }, breadcrumbs: trail.steps)
    }

    func content(_ view: PageView) -> HTML {
        GroupedForm(
            state: form, action: "/people/new", mark: view.formMark,
            groups: [person, post, employment, contract] + (asksPay ? [pay] : []),
            submit: Phrase(zh: "办理入职", en: "Hire"), cancel: "/people"
        ).html
    }

    private func part(_ name: String) -> Field { form.part(HireForm.named(name), choices: nil) }

    private var person: GroupedForm.Group {
        .init(Phrase(zh: "本人", en: "The person")) {
            part("name")
            part("number")
            if returning != nil {
                HiddenField("returning", form.value("returning"))
            } else {
                part("phone")
                part("identity_kind")
                part("identity")
            }
        }
    }

    private var post: GroupedForm.Group {
        .init(Phrase(zh: "任职", en: "Post")) {
            choices.unitField(form, HireForm.named("unit"))
            choices.positionField(form, HireForm.named("position"))
            choices.levelField(form, HireForm.named("level"))
            part("manager")
        }
    }

    private var employment: GroupedForm.Group {
        .init(Phrase(zh: "用工", en: "Employment")) {
            part("hired_on")
            part("kind")
            part("work_city")
            if returning == nil { part("work_mail") }
        }
    }

    private var contract: GroupedForm.Group {
        .init(Phrase(zh: "劳动合同和试用期", en: "Contract and probation")) {
            part("contract")
            part("contract_last")
            part("signed_on")
            part("probation_months")
        }
    }

    private var pay: GroupedForm.Group {
        .init(Phrase(zh: "薪酬", en: "Pay")) { part("pay") }
    }
}

extension HirePage {
    /// - Throws: ``Missing`` for somebody to return who is out of reach.
    static func load(
        _ state: FormState?, returning: ID<Person>?, today: Day, as viewer: Viewer, _ tx: Transaction
    ) throws -> HirePage {
        let known = try returning.map { person in
            try Visibility.requireDecision(about: person, viewer, .hirePeople, tx)
            return try PersonHead.load(person, viewer, tx).row
        }
        var form = state ?? FormState()
        if state == nil {
            form = FormState([
                "number": try known?.number ?? nextNumber(tx), "name": known?.name ?? "", "hired_on": today.iso,
                "kind": EmploymentKind.full.rawValue, "identity_kind": IdentityPaper.Kind.identityCard.rawValue,
                "contract": ContractTerms.threeYears.rawValue, "signed_on": today.iso, "probation_months": "0",
                "returning": returning?.description ?? "",
            ])
        }
        return HirePage(
            choices: try PostChoices.load(viewer, .hirePeople, tx),
            asksPay: !viewer.grants(for: .editPay, showing: .pay).isEmpty,
            returning: known.map { "\($0.number) \($0.name)" }, form: form)
    }

    /// The number after the one given out last, the first that is free.
    static func nextNumber(_ tx: Transaction) throws -> String {
        guard let last = try tx.value("select number from people order by id desc limit 1", as: String.self) else {
            return "0001"
        }
        let digits = String(last.reversed().prefix(while: \.isASCIIDigit).reversed())
        guard let value = Int(digits), digits.count < 15 else { return "" }
        let proposals = (1...200).map { step in
            let text = String(value + step)
            return String(last.dropLast(digits.count))
                + String(repeating: "0", count: max(0, digits.count - text.count))
                + text
        }
        let taken = Set(
            try tx.rows("select number from people where number in \(proposals)") { row in try row.value(String.self) })
        return proposals.first { !taken.contains($0) } ?? ""
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
