import Kernel
import Markup

/// What is asked about a receiver.
struct WebhookForm: Form {
    static let name = FormField(
        "name", .text(maximum: 60), Phrase(zh: "名称", en: "Name"),
        hint: Phrase(zh: "接收方是什么系统，例如“工资系统”。", en: "Which system receives, such as “Payroll”."), isRequired: true)
    static let address = FormField(
        "address", .text(maximum: 1_000), Phrase(zh: "接收地址", en: "Address"),
        hint: Phrase(
            zh: "以 https:// 开头的完整网址。内网地址须先在“系统设置 › 对外连接”中允许。",
            en: "Complete, beginning with https://. Private networks are allowed under Settings, Outgoing connections."),
        isRequired: true)
    static let takesAll = FormField(
        "takes_all", .flag, Phrase(zh: "接收所有事件，包括以后新增的", en: "All events, also those added later"))

    /// With what the house offers now.
    static func events(_ offered: [WebhookEvent]) -> FormField {
        FormField(
            "events", .choices(offered.map { Choice($0.code, $0.name, hint: Phrase(verbatim: $0.code)) }),
            Phrase(zh: "接收的事件", en: "Events"))
    }

    static let fields = [name, address, takesAll, events([])]

    let name: String
    let address: String
    let takesAll: Bool
    let events: [String]

    init(_ input: inout FormInput) {
        name = input.text("name")
        address = input.text("address")
        takesAll = input.flag("takes_all")
        events = input.raw.all("events")
        if !takesAll, events.isEmpty {
            input.refuse("events", Phrase(zh: "请至少选择一种事件，或勾选接收所有事件。", en: "Choose one event at least, or all of them."))
        }
    }

    /// The address as it will be asked, and the events, checked against what the house has.
    func checked(_ house: House) throws -> (address: String, events: [String]) {
        let known = Set(WebhookEvent.all(house).map(\.code))
        guard events.allSatisfy(known.contains) else {
            throw FormProblem(field: "events", problem: FormWords.choice)
        }
        do throws(OutgoingRefusal) {
            return (try WebhookAddress.check(address, house.setting(.allowedNetworks)), takesAll ? [] : events)
        } catch {
            throw FormProblem(field: "address", problem: error.explanation)
        }
    }
}

/// A kind of journal entry, as administrators choose it.
struct WebhookEvent: Codable, Sendable, Hashable {
    let code: String
    let name: Phrase

    /// Everything rooms leave in the journal, in their order.
    static func all(_ house: House) -> [WebhookEvent] {
        house.rooms.flatMap(\.entries).map { WebhookEvent(code: $0.code, name: $0.name) }
    }
}
