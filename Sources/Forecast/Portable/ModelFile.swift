import Foundation
import Kernel

/// A fitted model with everything needed to use it elsewhere: one JSON document.
///
///     {"format":"tenure-model","version":1,"checksum":"…","content":{…}}
///
/// Loaded, it gives the same scores bit for bit.
public struct ModelFile<Fitted: Model>: Sendable {
    public var card: ModelCard
    public var preparation: Preparation
    public var profile: ReferenceProfile
    public var model: Fitted
    /// What the training rows looked like, to tell when new ones differ; nil when nobody asked for it.
    public var drift: DriftReference?

    public init(
        card: ModelCard, preparation: Preparation, profile: ReferenceProfile, model: Fitted,
        drift: DriftReference? = nil
    ) {
        self.drift = drift
        self.card = card
        self.preparation = preparation
        self.profile = profile
        self.model = model
    }

    private struct Content: Codable {
        var card: ModelCard
        var preparation: Preparation
        var profile: ReferenceProfile
        var model: Fitted
        var drift: DriftReference?
    }

    /// - Throws: what encoding the model throws; a fitted model of this library never does.
    public func encoded() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
        let content = try encoder.encode(
            Content(card: card, preparation: preparation, profile: profile, model: model, drift: drift))
        return ModelEnvelope(content: content).bytes
    }

    /// - Throws: ``ModelFileRefusal``.
    public init(_ bytes: Data) throws {
        let content = try ModelEnvelope(bytes).content
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
        do {
            let read = try decoder.decode(Content.self, from: content)
            self.init(
                card: read.card, preparation: read.preparation, profile: read.profile, model: read.model,
                drift: read.drift)
        } catch {
            throw ModelFileRefusal.damaged
        }
    }

    public func write(to file: URL) throws {
        try encoded().write(to: file, options: .atomic)
    }

    public init(contentsOf file: URL) throws {
        try self.init(Data(contentsOf: file))
    }
}
