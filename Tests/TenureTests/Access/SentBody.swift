import Foundation
import Kernel
import Markup
import SQL
import Shell

@testable import Organization

/// What a POST sends: nothing but the proof, or a believable value in every field the route declares.
struct SentBody: Sendable {
    let fields: [(name: String, value: String)]
    let isUpload: Bool

    var type: String { isUpload ? "multipart/form-data; boundary=edge" : "application/x-www-form-urlencoded" }

    static func empty(_ route: Route) -> SentBody { SentBody(fields: [], isUpload: isUpload(route)) }

    static func filled(_ route: Route, _ records: Records, _ visitor: Asker, today: Day) -> SentBody {
        let fields = (route.body ?? []).flatMap { field in
            values(of: field, records, visitor, today).map { (field.name, $0) }
        }
        return SentBody(fields: fields, isUpload: isUpload(route))
    }

    /// Files come as `multipart/form-data`; a route that declares nothing may want either.
    private static func isUpload(_ route: Route) -> Bool {
        guard let body = route.body else { return !route.path.contains("{") }
        return body.contains { $0.name == "file" }
    }

    private static func values(of field: FormField, _ records: Records, _ visitor: Asker, _ today: Day) -> [String] {
        switch field.kind {
        case .day: [today.iso]
        case .integer(let range): [String(range.lowerBound)]
        case .money: ["5000.00"]
        case .flag: ["yes"]
        case .choice(let choices): choices.first { !$0.value.isEmpty }.map { [$0.value] } ?? []
        case .choices(let choices): choices.first.map { [$0.value] } ?? []
        case .record: [field.name.contains("unit") ? records.unit : records.colleague(of: visitor)]
        default: [text(field.name)]
        }
    }

    private static func text(_ name: String) -> String {
        switch name {
        case "kind": "staff"
        case "number", "code", "login": "new-1"
        case _ where name.contains("mail"): "new@company.example"
        case _ where name.contains("phone"): "13800000099"
        case _ where name.contains("address"): "https://hook.example/"
        default: "新的"
        }
    }

    func content(proof: String) -> Data {
        let all = [("token", proof)] + fields.map { ($0.name, $0.value) }
        guard isUpload else {
            return Data(
                all.map { "\($0.0)=\($0.1.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")" }
                    .joined(separator: "&").utf8)
        }
        var text = ""
        for (name, value) in all where name != "file" {
            text += "--edge\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        if !fields.isEmpty {
            text += "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"new.csv\"\r\n"
            text += "Content-Type: text/csv\r\n\r\n工号,姓名,入职日期\nZ1,新人,2024-01-02\n\r\n"
        }
        return Data((text + "--edge--\r\n").utf8)
    }
}
