import Kernel

extension AuditAction {
    static let importUploaded = AuditAction("imports.upload", Phrase(zh: "上传导入文件", en: "Uploaded a file to import"))
    static let importCommitted = AuditAction("imports.commit", Phrase(zh: "导入数据", en: "Committed an import"))
    static let importUndone = AuditAction("imports.undo", Phrase(zh: "撤销导入", en: "Undid an import"))
    static let importDeleted = AuditAction("imports.delete", Phrase(zh: "删除导入文件", en: "Deleted a file to import"))
}

extension AuditRecordKind {
    static let importBatch = AuditRecordKind("import_batch", Phrase(zh: "导入批次", en: "Import batch"), path: "/imports/")
}
