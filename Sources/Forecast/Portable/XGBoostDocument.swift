import Foundation

/// An XGBoost model inside a model file: stored as readable JSON text, not as base64, so that other tools can take it out.
public struct XGBoostDocument: Sendable, Codable, Equatable {
    public let json: Data

    public init(json: Data) { self.json = json }

    public init(from decoder: any Decoder) throws {
        json = Data(try decoder.singleValueContainer().decode(String.self).utf8)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(String(decoding: json, as: UTF8.self))
    }
}
