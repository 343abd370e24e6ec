import Kernel
import Markup
import SQL
import Shell

/// A record as a form: only what the viewer may change is asked.
struct EditPage: PageModel {
    let head: PersonHead
    /// What may be changed.
    let classes: [FieldClass]
    /// The papers on file, masked; nil when there are none or they are not for this viewer.
    let identity: String?
    let bank: String?
    /// Whether the days of the employment can be corrected.
    let hasEmployment: Bool
    let custom: [CustomField]
    let form: FormState

    var title: Phrase { Phrase(zh: "编辑档案", en: "Edit record") }
    var trail: [Crumb] { head.trail }
    func heading(_ view: PageView) -> any Heading { head.formHeading(title) }

    func content(_ view: PageView) -> HTML {
        GroupedForm(
            state: form, action: head.path + "/edit", mark: view.formMark, groups: groups,
            submit: Phrase(zh: "保存", en: "Save"), cancel: head.path
        ).html
    }

    private var groups: [GroupedForm.Group] {
        var groups = [work]
        if hasEmployment { groups.append(days) }
        if classes.contains(.personal) { groups += [personal, background] }
        if classes.contains(.sensitive) { groups += [paper, account] }
        if !custom.isEmpty { groups.append(own) }
        groups.append(.init(nil) { part("reason") })
        return groups
    }

    private func part(_ name: String, hint: Phrase? = nil) -> Field {
        form.part(EditForm.named(name), choices: nil, hint: hint)
    }

    private func required(_ field: FormField) -> Field {
        form.part(FormField(field.name, field.kind, field.label, isRequired: true), choices: nil)
    }

    private var work: GroupedForm.Group {
        .init(Phrase(zh: "工作", en: "Work")) {
            // A program may leave them out; on the page they stand and must not be emptied.
            for name in ["name", "number"] { required(EditForm.named(name)) }
            part("work_mail")
            part("work_phone")
            if classes.contains(.work) { part("former_names") }
        }
    }

    private var days: GroupedForm.Group {
        .init(Phrase(zh: "入职与试用", en: "Hiring and probation")) {
            required(EditForm.named("hired_on"))
            part("probation_end")
            part("confirmed_on")
        }
    }

    private var personal: GroupedForm.Group {
        .init(Phrase(zh: "个人", en: "Personal")) {
            form.part(
                EditForm.named("gender"),
                choices: [Choice("", PersonWords.notGiven)] + Gender.allCases.map { Choice($0.rawValue, $0.name) })
            part("birthday")
            part("phones")
            part("mails")
            part("emergency_contacts")
        }
    }

    private var background: GroupedForm.Group {
        .init(Phrase(zh: "教育和经历", en: "Education and experience")) {
            part("education")
            part("experience")
            part("languages")
        }
    }

    private static func kept(_ masked: String) -> Phrase {
        Phrase(zh: "现为 \(masked)。留空则不修改。", en: "On file: \(masked). Leave it empty to keep it.")
    }

    private var paper: GroupedForm.Group {
        .init(Phrase(zh: "身份证件", en: "Identity document")) {
            part("identity_kind")
            part("identity", hint: identity.map(Self.kept))
            if identity != nil { part("identity_removed") }
        }
    }

    private var account: GroupedForm.Group {
        .init(Phrase(zh: "银行账户", en: "Bank account")) {
            part("bank_name")
            part("bank_branch")
            part("bank_number", hint: bank.map(Self.kept))
            part("bank_holder")
            if bank != nil { part("bank_removed") }
        }
    }

    private var own: GroupedForm.Group {
        .init(Phrase(zh: "公司自定义", en: "The company's own fields")) {
            for field in custom { field.part(in: form) }
        }
    }
}

extension EditPage {
    /// - Throws: ``Missing``.
    static func load(
        _ person: ID<Person>, _ state: FormState?, _ keyring: Keyring, today: Day, in language: Language,
        as viewer: Viewer, _ tx: Transaction
    ) throws -> EditPage {
        guard let classes = try Visibility.classes(of: person, viewer, for: .editPeople, tx) else { throw Missing() }
        let known = try PersonStore.head(person, classes, keyring, today: today, tx).person
        let custom = try CustomField.editable(classes, tx)
        let values = try PersonStore.customValues(of: person, classes, tx)
        // Nobody corrects their own days.
        let employment =
            viewer.subject == person.subject || !classes.contains(.work)
            ? nil : try EmploymentCorrections.employment(of: person, today: today, tx)
        var form = state ?? FormState(Self.texts(of: known, employment, in: language))
        if state == nil {
            for value in values { form.values[value.field.inputName] = [value.content] }
        }
        return EditPage(
            head: try PersonHead.load(person, viewer, tx), classes: FieldClass.allCases.filter(classes.contains),
            identity: known.sensitive?.identity?.masked, bank: known.sensitive?.bankAccount?.number.masked,
            hasEmployment: employment != nil, custom: custom, form: form)
    }

    private static func texts(
        of person: Person, _ employment: Employment?, in language: Language
    ) -> [String: String] {
        let lines = { (texts: [String]) in texts.joined(separator: "\n") }
        var values = [
            "number": person.number, "name": person.name.text, "work_mail": person.workMail ?? "",
            "work_phone": person.workPhone?.text ?? "", "former_names": lines(person.formerNames.map(\.text)),
        ]
        if let employment {
            values["hired_on"] = employment.hireDay.iso
            values["probation_end"] = employment.probationEnd?.iso ?? ""
            values["confirmed_on"] = employment.confirmationDay?.iso ?? ""
        }
        if let details = person.personal {
            values["gender"] = details.gender?.rawValue ?? ""
            values["birthday"] = details.birthday?.iso ?? ""
            values["phones"] = lines(details.phones.map(\.text))
            values["mails"] = lines(details.mails)
            values["emergency_contacts"] = lines(details.emergencyContacts.map(EditForm.text))
            values["education"] = lines(details.education.map { EditForm.text($0, in: language) })
            values["experience"] = lines(details.experience.map(EditForm.text))
            values["languages"] = lines(details.languages)
        }
        if let details = person.sensitive {
            values["identity_kind"] = (details.identity?.kind ?? .identityCard).rawValue
            values["bank_name"] = details.bankAccount?.bank ?? ""
            values["bank_branch"] = details.bankAccount?.branch ?? ""
            values["bank_holder"] = details.bankAccount?.holder.text ?? ""
        }
        return values
    }
}
