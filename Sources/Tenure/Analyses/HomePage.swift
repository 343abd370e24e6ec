import Kernel
import Markup

/// Drop a sheet, or try a sample; what was analysed before.
struct HomePage {
    struct Entry {
        var id: String
        var fileName: String
        var uploadedAt: String
        var state: Phrase
        var isFinished: Bool
    }

    var entries: [Entry]
    var problem: Phrase?
    var formToken: String

    static let title = Phrase(zh: "谁可能离开？", en: "Who may leave?")

    @HTMLBuilder var content: HTML {
        h1 { Self.title }
        p(.class("lead")) {
            Phrase(
                zh: "放入您手头的员工或客户表格，几分钟后读到：谁可能离开、为什么、结果有多可信，以及一条简单规则会怎么说。",
                en: "Drop the staff or customer spreadsheet you already have and read who is likely to leave, why, "
                    + "how far the answer can be trusted, and what a simple rule would have said.")
        }
        if let problem {
            div(.class("notice", "problem"), .role("alert")) { p { problem } }
        }
        form(.class("drop"), .action("/analyses"), .method(.post), .multipart, .data("drop")) {
            input(.type("hidden"), .name("token"), .value(formToken))
            label(.for("file")) {
                Phrase(zh: "表格文件（CSV 或 XLSX，最大 200 MB）", en: "Spreadsheet (CSV or XLSX, up to 200 MB)")
            }
            input(.type("file"), .id("file"), .name("file"), .required(), .accept(".csv,.xlsx,.gz,.txt,.tsv"))
            p(.class("hint"), .data("drop-hint")) {
                Phrase(
                    zh: "每行一个人（或一个客户），其中一列说明是否已经离开。表头可以是中文或英文。",
                    en:
                        "One row per person or customer, with one column that says who has left. Headings in Chinese or English."
                )
            }
            button(.type("submit"), .class("primary")) { Phrase(zh: "上传并继续", en: "Upload and continue") }
        }
        section(.aria("labelledby", "samples")) {
            h2(.id("samples")) { Phrase(zh: "先看一个例子", en: "See an example first") }
            p {
                Phrase(
                    zh: "两份由我们编造的表格，数据里埋有已知的规律，一分钟即可看到完整报告。",
                    en: "Two made-up sheets with known patterns planted in them; a full report takes a minute.")
            }
            div(.class("actions")) {
                sample("staff", Phrase(zh: "销售新人花名册（中文，800 人）", en: "Sales newcomers (Chinese, 800 people)"))
                sample("customers", Phrase(zh: "客户清单（英文，1,200 家）", en: "Customers (English, 1,200 rows)"))
            }
        }
        section(.aria("labelledby", "earlier")) {
            h2(.id("earlier")) { Phrase(zh: "已有的分析", en: "Earlier analyses") }
            if entries.isEmpty {
                p(.class("empty")) {
                    Phrase(
                        zh: "还没有分析。上传的表格和报告会列在这里。",
                        en: "None yet. Uploaded sheets and their reports will be listed here.")
                }
            } else {
                ul(.class("cards")) { for entry in entries { card(entry) } }
            }
        }
    }

    private func sample(_ name: String, _ words: Phrase) -> HTML {
        form(.action(URLText("/samples/\(name)")), .method(.post)) {
            input(.type("hidden"), .name("token"), .value(formToken))
            button(.type("submit")) { words }
        }
    }

    private func card(_ entry: Entry) -> HTML {
        li(.class("card")) {
            a(.href(URLText("/analyses/\(entry.id)"))) { entry.fileName }
            p(.class("hint")) {
                entry.state
                " · \(entry.uploadedAt)"
            }
        }
    }
}
