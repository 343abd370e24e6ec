import Kernel
import Markup
import Shell

/// A document about somebody, beside the file itself.
struct DocumentForm: Form {
    static let limit = 20 << 20
    static let noImage = Phrase(
        zh: "照片应为 PNG、JPEG 或 WebP 图片。", en: "A photo is a PNG, JPEG or WebP image. Choose another file.")

    static let fields = [
        FormField(
            "document_kind", .choice(DocumentKind.allCases.map { Choice($0.rawValue, $0.name) }),
            Phrase(zh: "文件类型", en: "Kind"), isRequired: true),
        FormField(
            "class", .choice(Documents.classes.map { Choice($0.rawValue, $0.name) }),
            Phrase(zh: "可见范围", en: "Who may see it"),
            hint: Phrase(
                zh: "有权查看该类字段的人才能看到。不选时按文件类型：证件和健康证明为敏感，其余为个人。",
                en: "Those who see such fields of this person. Left open, the kind decides: papers and health are "
                    + "sensitive, the rest is personal.")),
        FormField(
            "expires", .day, Phrase(zh: "有效期至", en: "Valid until"),
            hint: Phrase(zh: "到期前 60 天列入数据质量。", en: "Listed under data quality 60 days ahead.")),
    ]

    let kind: DocumentKind
    let fieldClass: FieldClass
    let expires: Day?

    init(_ input: inout FormInput) {
        if input.raw["document_kind"] == nil { _ = input.text("document_kind") }
        kind = input.raw["document_kind"].flatMap { _ in input.choice("document_kind") } ?? .other
        fieldClass = input.choice("class") ?? kind.fieldClass
        if !Documents.classes.contains(fieldClass) { input.refuse("class", PersonWords.chooseOne) }
        expires = input.day("expires")
    }
}

/// A decision that needs no more than itself.
struct RemovalForm: Form {
    static let fields: [FormField] = []
    init(_ input: inout FormInput) {}
}
