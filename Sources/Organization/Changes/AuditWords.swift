import Kernel
import Shell

extension AuditRecordKind {
    static let person = AuditRecordKind("person", Phrase(zh: "员工", en: "Person"), path: "/people/")
    static let unit = AuditRecordKind("unit", Phrase(zh: "组织单元", en: "Unit"), path: "/units/")
}

extension AuditAction {
    static let hire = AuditAction("people.hire", Phrase(zh: "办理入职", en: "Hired"))
    static let edit = AuditAction("people.edit", Phrase(zh: "修改档案", en: "Record changed"))
    static let move = AuditAction("people.move", Phrase(zh: "变更任职", en: "Post changed"))
    static let confirm = AuditAction("people.confirm", Phrase(zh: "办理转正", en: "Confirmed"))
    static let signContract = AuditAction("contracts.sign", Phrase(zh: "签订合同", en: "Contract signed"))
    static let endContract = AuditAction("contracts.end", Phrase(zh: "终止合同", en: "Contract ended"))
    static let separate = AuditAction("people.separate", Phrase(zh: "办理离职", en: "Separation"))
    static let reinstate = AuditAction("people.reinstate", Phrase(zh: "撤销离职", en: "Separation undone"))
    static let exitTask = AuditAction("people.exit_task", Phrase(zh: "办理离职事项", en: "Exit task"))
    static let showPapers = AuditAction("people.show_papers", Phrase(zh: "查看证件和账户", en: "Papers shown"))
    static let addDocument = AuditAction("documents.add", Phrase(zh: "上传文件", en: "Document added"))
    static let readDocument = AuditAction("documents.read", Phrase(zh: "下载文件", en: "Document downloaded"))
    static let removeDocument = AuditAction("documents.remove", Phrase(zh: "删除文件", en: "Document removed"))
    static let issueCertificate = AuditAction(
        "people.certificate", Phrase(zh: "出具离职证明", en: "Leaving certificate issued"))
    static let changePay = AuditAction("pay.change", Phrase(zh: "调薪", en: "Pay changed"))
    static let openUnit = AuditAction("units.open", Phrase(zh: "设立组织单元", en: "Unit opened"))
    static let changeUnit = AuditAction("units.change", Phrase(zh: "变更组织单元", en: "Unit changed"))
    static let closeUnit = AuditAction("units.close", Phrase(zh: "撤销组织单元", en: "Unit closed"))
}

/// Names of fields in the audit log.
enum FieldName {
    static let number = Phrase(zh: "工号", en: "Number")
    static let name = Phrase(zh: "姓名", en: "Name")
    static let workMail = Phrase(zh: "工作邮箱", en: "Work mail")
    static let workPhone = Phrase(zh: "工作电话", en: "Work phone")
    static let formerNames = Phrase(zh: "曾用名", en: "Former names")
    static let gender = Phrase(zh: "性别", en: "Gender")
    static let birthday = Phrase(zh: "出生日期", en: "Birth day")
    static let phones = Phrase(zh: "电话", en: "Phones")
    static let mails = Phrase(zh: "邮箱", en: "Mail addresses")
    static let contacts = Phrase(zh: "紧急联系人", en: "Emergency contacts")
    static let education = Phrase(zh: "学历", en: "Education")
    static let experience = Phrase(zh: "工作经历", en: "Experience")
    static let languages = Phrase(zh: "语言", en: "Languages")
    static let identity = Phrase(zh: "证件", en: "Identity document")
    static let bank = Phrase(zh: "银行账户", en: "Bank account")
    static let unit = Phrase(zh: "部门", en: "Unit")
    static let position = Phrase(zh: "岗位", en: "Position")
    static let level = Phrase(zh: "职级", en: "Level")
    static let manager = Phrase(zh: "直属上级", en: "Manager")
    static let share = Phrase(zh: "工时占比", en: "Share")
    static let from = Phrase(zh: "生效日期", en: "From")
    static let hireDay = Phrase(zh: "入职日期", en: "Hire day")
    static let probationEnd = Phrase(zh: "试用期至", en: "Probation until")
    static let confirmed = Phrase(zh: "转正日期", en: "Confirmed on")
    static let lastDay = Phrase(zh: "最后工作日", en: "Last day")
    static let kind = Phrase(zh: "类型", en: "Kind")
    static let reason = Phrase(zh: "原因", en: "Reason")
    static let contractTerm = Phrase(zh: "合同期限", en: "Term")
    static let pay = Phrase(zh: "月薪", en: "Monthly pay")
    static let parent = Phrase(zh: "上级单元", en: "Parent")
    static let head = Phrase(zh: "负责人", en: "Head")
    static let partner = Phrase(zh: "HRBP", en: "HR partner")
    static let costCentre = Phrase(zh: "成本中心", en: "Cost centre")
    static let city = Phrase(zh: "城市", en: "City")
    static let task = Phrase(zh: "事项", en: "Task")
}
