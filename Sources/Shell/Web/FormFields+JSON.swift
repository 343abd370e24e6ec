import Foundation
import Hummingbird

extension FormFields {
    /// The fields of a flat JSON object; lists stand for several values under one name, null for none.
    package init(json: Data) throws {
        guard !json.isEmpty else {
            self.init()
            return
        }
        guard let object = try? JSONDecoder().decode([String: Member].self, from: json) else {
            throw HTTPError(.badRequest)
        }
        self.init(object.sorted { $0.key < $1.key }.flatMap { name, member in member.texts.map { (name, $0) } })
    }

    private enum Member: Decodable {
        case none
        case text(String)
        case list([Member])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .none
            } else if let flag = try? container.decode(Bool.self) {
                self = .text(flag ? "yes" : "")
            } else if let number = try? container.decode(Int64.self) {
                self = .text(String(number))
            } else if let number = try? container.decode(Double.self) {
                self = .text(String(number))
            } else if let text = try? container.decode(String.self) {
                self = .text(text)
            } else {
                self = .list(try container.decode([Member].self))
            }
        }

        var texts: [String] {
            switch self {
            case .none: []
            case .text(let text): [text]
            case .list(let members): members.flatMap(\.texts)
            }
        }
    }
}
