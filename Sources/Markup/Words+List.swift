import Kernel

/// Words of list pages.
extension Words {
    static let filters = Phrase(zh: "筛选条件", en: "Filters")
    static let apply = Phrase(zh: "查询", en: "Apply")
    static let activeFilters = Phrase(zh: "已选条件", en: "Active filters")
    static let clearFilters = Phrase(zh: "全部清除", en: "Clear all")
    static let savedViews = Phrase(zh: "常用视图", en: "Saved views")
    static let saveView = Phrase(zh: "保存为视图", en: "Save view")
    static let viewName = Phrase(zh: "视图名称", en: "Name of the view")
    static let save = Phrase(zh: "保存", en: "Save")
    static let removeView = Phrase(zh: "删除此视图", en: "Delete this view")
    static let columns = Phrase(zh: "显示列", en: "Columns")
    static let export = Phrase(zh: "导出", en: "Export")
    static let asCSV = Phrase(zh: "CSV（UTF-8）", en: "CSV (UTF-8)")
    static let asCSVForExcel = Phrase(zh: "CSV（带 BOM，Excel 可直接打开）", en: "CSV with BOM, for Excel")
    static let asWorkbook = Phrase(zh: "Excel 工作簿（XLSX）", en: "Excel workbook (XLSX)")
    static let select = Phrase(zh: "选择", en: "Select")
    static let selectAll = Phrase(zh: "选择本页全部", en: "Select all on this page")
    static let bulkActions = Phrase(zh: "批量操作", en: "Actions on selected rows")
    static let bulkHint = Phrase(zh: "对勾选的记录：", en: "With the ticked rows:")
    /// "#" stands for the number.
    static let selectedTemplate = Phrase(zh: "已选 # 项", en: "# selected")
    static let pages = Phrase(zh: "翻页", en: "Pages")
    static let previous = Phrase(zh: "上一页", en: "Previous")
    static let next = Phrase(zh: "下一页", en: "Next")
    static let asOfDay = Phrase(zh: "截至日期", en: "As of")

    static func remove(filter: Phrase) -> Phrase {
        Phrase(zh: "去掉条件：\(filter.zh)", en: "Remove filter: \(filter.en)")
    }

    static func filters(_ count: Int) -> Phrase {
        count == 0 ? filters : Phrase(zh: "筛选条件（\(count)）", en: "Filters (\(count))")
    }
}
