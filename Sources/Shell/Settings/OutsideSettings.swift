import Foundation
import Kernel

/// What the server may connect to.
package enum OutsideSettings: SettingGroup {
    package static let code = "outside"
    package static let number: Int64 = 6
    package static let name = Phrase(zh: "对外连接", en: "Outgoing connections")
    package static let note = Phrase(
        zh: "Webhook 只连接公网 https 地址；内网地址须先在这里允许。",
        en: "Webhooks reach public https addresses only; private networks must be allowed here first.")
    package static var lines: [SettingLine] {
        [
            SettingLine(Setting<NetworkList>.allowedNetworks), SettingLine(Setting.trustedRoots),
            SettingLine(Setting.outgoingTimeout), SettingLine(Setting.webhookAttempts),
        ]
    }
}

extension Setting<NetworkList> {
    package static let allowedNetworks = Setting(
        "outside.networks", Phrase(zh: "允许访问的内网网段", en: "Private networks that may be reached"),
        hint: Phrase(
            zh: "每行一个，例如 10.1.0.0/16 或 192.168.1.20。其中的地址也可以使用 http。",
            en: "One a line, such as 10.1.0.0/16 or 192.168.1.20. Addresses in them may also use http."),
        initial: .none, kind: .lines(maximum: 2_000), words: { Phrase(verbatim: $0.texts.joined(separator: ", ")) },
        read: { text in
            try NetworkList(text)
        })
}

/// Networks as an administrator wrote them.
package struct NetworkList: SettingValue {
    let texts: [String]
    let ranges: [NetworkRange]

    static let none = NetworkList(texts: [], ranges: [])

    private init(texts: [String], ranges: [NetworkRange]) {
        (self.texts, self.ranges) = (texts, ranges)
    }

    /// One a line, or with commas between.
    init(_ text: String) throws(OutgoingRefusal) {
        let texts = text.split { $0.isNewline || $0 == "," || $0 == "，" }
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        var ranges: [NetworkRange] = []
        for text in texts { ranges.append(try NetworkRange(text)) }
        self.init(texts: texts, ranges: ranges)
    }

    package init?(stored: String) {
        guard let list = try? NetworkList(stored) else { return nil }
        self = list
    }

    package var stored: String { texts.joined(separator: "\n") }
}

extension Setting<String> {
    /// A PEM file on the server; "" for the system's roots.
    package static let trustedRoots = Setting.text(
        "outside.roots", Phrase(zh: "公司根证书文件", en: "File of trusted roots"),
        hint: Phrase(
            zh: "服务器上 PEM 文件的路径，用于邮件和 Webhook；留空使用系统证书。",
            en: "Path of a PEM file on the server, for mail and webhooks; blank for the system's own."), maximum: 500
    ) { text in
        guard text.hasPrefix("/"), let data = FileManager.default.contents(atPath: text), data.count <= 4 << 20,
            String(decoding: data, as: UTF8.self).contains("-----BEGIN CERTIFICATE-----")
        else {
            throw SettingProblem(
                Phrase(
                    zh: "读不到证书：请填写服务器上 PEM 证书文件的完整路径，并确认程序有权读取。",
                    en: "No certificate there: enter the full path of a PEM file the program may read."))
        }
        return text
    }
}

extension Setting<Int> {
    package static let outgoingTimeout = Setting.number(
        "outside.timeout", Phrase(zh: "等待对方响应", en: "Wait for an answer"), 1...60, initial: 15,
        unit: Phrase(zh: "秒", en: "seconds"))
    package static let webhookAttempts = Setting.number(
        "outside.attempts", Phrase(zh: "Webhook 最多发送", en: "Webhook attempts"),
        hint: Phrase(
            zh: "失败后间隔逐次加长；12 次约为两天。", en: "The wait grows with every failure; 12 attempts take about two days."),
        1...20, initial: Webhooks.attempts, unit: Phrase(zh: "次", en: "attempts"))
}
