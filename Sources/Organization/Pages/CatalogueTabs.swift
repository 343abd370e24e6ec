import Kernel
import Markup
import Shell

/// What the lists of positions, levels and custom fields share.
enum CatalogueTabs {
    static let title = Phrase(zh: "岗位与字段", en: "Positions and fields")

    enum Tab: String, Codable, Sendable, CaseIterable {
        case positions, levels, customFields

        var path: String { self == .customFields ? "/custom-fields" : "/\(rawValue)" }

        var crumb: Crumb {
            switch self {
            case .positions: Crumb(Phrase(zh: "岗位", en: "Positions"), path)
            case .levels: Crumb(Phrase(zh: "职级", en: "Levels"), path)
            case .customFields: Crumb(Phrase(zh: "自定义字段", en: "Custom fields"), path)
            }
        }
    }

    static func tabs(_ current: Tab, _ view: PageView) -> HTML {
        let seen = Tab.allCases.filter { view.can($0 == .customFields ? .editCustomFields : .editPositions) }
        return Tabs(seen.map { .init($0.crumb.title, URLText($0.path), isCurrent: $0 == current) }).html
    }

    /// A link that shows or hides what is retired.
    static func retiredSwitch(_ view: PageView) -> HTML {
        let isOn = view.query["show"] == "all"
        return p {
            a(.href(view.address(with: "show", isOn ? nil : "all"))) {
                isOn
                    ? Phrase(zh: "隐藏已停用的", en: "Hide what is retired")
                    : Phrase(zh: "显示已停用的", en: "Show what is retired")
            }
        }
    }

    static func state(_ isRetired: Bool) -> TableCell {
        TableCell {
            isRetired
                ? StatusBadge(.over, Phrase(zh: "已停用", en: "Retired"))
                : StatusBadge(.good, Phrase(zh: "使用中", en: "In use"))
        }
    }

    static let showField = FormField(
        "show", .choice([Choice("all", Phrase(zh: "含已停用", en: "With what is retired"))]), Phrase(zh: "显示", en: "Show"))

    static func showsRetired(_ query: FormFields) -> Bool { query["show"] == "all" }
}

/// The form of a position, a level or a custom field, new or known.
struct CatalogueFormPage: PageModel {
    let tab: CatalogueTabs.Tab
    /// Nil for a new one.
    let record: Int64?
    let name: String?
    let retired: Bool
    let levels: [LevelRow]
    let seesPay: Bool
    let form: FormState

    var trail: [Crumb] { [tab.crumb] }
    private var path: String { record.map { tab.path + "/\($0)" } ?? tab.path + "/new" }

    var title: Phrase {
        if let name { return Phrase(verbatim: name) }
        return switch tab {
        case .positions: Phrase(zh: "新建岗位", en: "New position")
        case .levels: Phrase(zh: "新建职级", en: "New level")
        case .customFields: Phrase(zh: "新建自定义字段", en: "New custom field")
        }
    }

    func content(_ view: PageView) -> HTML {
        HTML {
            if retired {
                Notice(.information) {
                    p { Phrase(zh: "已停用：不再提供选择，已有的记录不变。", en: "Retired: no longer offered; what is recorded stays.") }
                }
            }
            Markup.form(.method(.post), .action(URLText(path)), .class("stack")) {
                view.formMark
                form.problemList
                for field in fields { part(field) }
                div(.class("actions")) {
                    button(.type("submit"), .class("primary")) { Phrase(zh: "保存", en: "Save") }
                    a(.href(URLText(tab.path))) { Phrase(zh: "取消", en: "Cancel") }
                }
            }
            if record != nil {
                PageAction.post(
                    retired ? Phrase(zh: "恢复使用", en: "Use it again") : Phrase(zh: "停用", en: "Retire it"),
                    URLText(path + (retired ? "/reinstatement" : "/retirement")), hidden: view.hidden,
                    look: retired ? .plain : .destructive)
            }
        }
    }

    private var fields: [FormField] {
        switch tab {
        case .positions:
            PositionForm.fields.filter { seesPay || !["pay_least", "pay_most"].contains($0.name) }
        case .levels: LevelForm.fields
        case .customFields: CustomFieldForm.fields
        }
    }

    private func part(_ field: FormField) -> Field {
        switch field.name {
        case "level":
            form.part(
                field,
                as: .select(
                    [Choice("", Phrase(zh: "（不指定）", en: "(none)"))]
                        + levels.map { Choice($0.id.description, Phrase(verbatim: $0.name)) },
                    chosen: form.value("level")))
        case "pay_least", "pay_most": form.part(field, as: .money(form.value(field.name)))
        default: form.part(field)
        }
    }
}
