import Kernel

/// Why nothing is exported.
enum ExportRefusal: Refusal {
    case nothingTicked

    var explanation: Phrase {
        Phrase(
            zh: "没有选中任何记录。请返回列表，勾选要导出的行后再导出。",
            en: "No record is ticked. Go back to the list, tick the rows to export, and try again.")
    }
}
