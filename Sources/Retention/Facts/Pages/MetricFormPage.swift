import Kernel
import Markup
import Shell

/// The form of a metric, new or known.
struct MetricFormPage: PageModel {
    /// Nil for a new one.
    let metric: Metric?
    let form: FormState

    var title: Phrase { metric?.name ?? MetricsPage.new }
    var trail: [Crumb] {
        [MetricsPage.crumb] + (metric.map { [Crumb($0.name, "/facts/\($0.id)")] } ?? [])
    }

    func content(_ view: PageView) -> HTML {
        let path = metric.map { "/facts/\($0.id)/edit" } ?? "/facts/new"
        let back = metric.map { "/facts/\($0.id)" } ?? "/facts"
        return Markup.form(.method(.post), .action(URLText(path)), .class("stack")) {
            view.formMark
            form.problemList
            for field in MetricForm.fields { form.part(field) }
            div(.class("actions")) {
                button(.type("submit"), .class("primary")) { Phrase(zh: "保存", en: "Save") }
                a(.href(URLText(back))) { Phrase(zh: "取消", en: "Cancel") }
            }
        }
    }
}
