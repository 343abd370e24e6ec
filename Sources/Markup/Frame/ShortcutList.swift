import Kernel

/// The keys, shown by `?`. Single keys can be switched off there (WCAG 2.2, 2.1.4).
struct ShortcutList: Part {
    private static let keys: [(keys: [StaticString], words: Phrase)] = [
        (["/"], Phrase(zh: "跳到搜索框", en: "Go to the search box")),
        (["j", "k"], Phrase(zh: "下一行、上一行", en: "Next row, previous row")),
        (["Enter"], Phrase(zh: "打开当前行", en: "Open the row")),
        (["x"], Phrase(zh: "勾选当前行", en: "Tick the row")),
        (["Esc"], Phrase(zh: "关闭菜单或对话框", en: "Close a menu or dialog")),
        (["?"], Phrase(zh: "显示这份说明", en: "Show this list")),
    ]

    var html: HTML {
        HTML(Tag("dialog"), [.id("shortcuts"), .class("dialog"), .aria("labelledby", "shortcuts-title")]) {
            h2(.id("shortcuts-title")) { Words.shortcuts }
            dl(.class("keys")) {
                for entry in Self.keys {
                    div {
                        dt {
                            for (index, key) in entry.keys.enumerated() {
                                if index > 0 { " " }
                                kbd { HTML.trusted(key) }
                            }
                        }
                        dd { entry.words }
                    }
                }
            }
            label(.class("choice")) {
                input(.type("checkbox"), .data("single-keys"), .checked())
                span { Words.singleKeys }
            }
            form(.method(.dialog), .class("actions")) { button(.type("submit")) { Words.close } }
        }
    }
}
