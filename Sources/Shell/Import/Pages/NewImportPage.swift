import Kernel
import Markup

/// What to bring in, and the file.
struct NewImportPage: PageModel {
    struct KindChoice: Codable, Sendable {
        let code: String
        let name: Phrase
        let summary: Phrase
        /// Headings the file must have.
        let required: [Phrase]
    }

    let kinds: [KindChoice]
    let chosen: String?
    let problem: Phrase?

    init(_ house: House, _ viewer: Viewer, chosen: String? = nil, problem: Phrase? = nil) {
        kinds = house.imports.filter { viewer.can($0.needs) }.map { kind in
            KindChoice(
                code: kind.code, name: kind.name, summary: kind.summary,
                required: kind.fields.filter(\.isRequired).map(\.label))
        }
        self.chosen = chosen
        self.problem = problem
    }

    var title: Phrase { ImportWords.new }
    var trail: [Crumb] { BatchHead.trail }

    func content(_ view: PageView) -> HTML {
        HTML {
            StepList(
                ["上传文件", "对应列", "检查", "导入"].enumerated().map { index, zh in
                    .init(Phrase(zh: zh, en: ["Upload", "Columns", "Check", "Commit"][index]))
                }, current: 0)
            if let problem { ProblemList([.init("file", problem)]) }
            if kinds.isEmpty {
                EmptyState(
                    title: Phrase(zh: "没有可以导入的内容", en: "There is nothing you may import"),
                    explanation: Phrase(zh: "请向管理员申请导入权限。", en: "Ask your administrator for the permission."))
            } else {
                form(.action("/imports"), .method(.post), .multipart, .class("stack")) {
                    view.formMark
                    Field(
                        id: "kind", label: Phrase(zh: "导入内容", en: "What to import"), isRequired: true,
                        control: .radios(kinds.map(choice), chosen: chosen ?? kinds[0].code))
                    Field(
                        id: "file", label: Phrase(zh: "文件", en: "File"),
                        hint: Phrase(
                            zh: "Excel（.xlsx）或 CSV，最大 200 MB。上传后先检查，确认之前不会写入任何数据。",
                            en:
                                "Excel (.xlsx) or CSV, up to 200 MB. It is checked first; nothing is written before you confirm."
                        ),
                        problem: problem, isRequired: true, control: .file(accept: ".xlsx,.csv,.txt,.gz,.tsv"))
                    div(.class("actions")) {
                        button(.type("submit"), .class("primary")) { Phrase(zh: "上传并继续", en: "Upload and continue") }
                        a(.href("/imports")) { Phrase(zh: "取消", en: "Cancel") }
                    }
                }
            }
        }
    }

    private func choice(_ kind: KindChoice) -> Choice {
        let required = Phrase.list(kind.required)
        let needs =
            kind.required.isEmpty
            ? Phrase(verbatim: "") : Phrase(zh: "必须有：\(required.zh)。", en: " Must have: \(required.en).")
        return Choice(kind.code, kind.name, hint: kind.summary + needs)
    }
}
