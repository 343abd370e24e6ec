/// The shape of a JSON value, as OpenAPI 3.1 describes it.
package indirect enum JSONSchema: Encodable, Sendable, Hashable {
    case text(format: String? = nil, pattern: String? = nil, maximum: Int? = nil)
    case oneOf([String])
    case integer(minimum: Int? = nil, maximum: Int? = nil)
    case number
    case flag
    /// What stands in a list where there is no value; members without one are left out.
    case nothing
    case list(JSONSchema)
    /// Values under any name.
    case dictionary(JSONSchema)
    case object([Property])
    /// A schema under `components`, for values that hold values of their own kind.
    case reference(String)
    /// One of several shapes.
    case anyOf([JSONSchema])
    case anything

    package struct Property: Sendable, Hashable {
        package let name: String
        package let schema: JSONSchema
        package let isRequired: Bool
        package var description: String?

        package init(_ name: String, _ schema: JSONSchema, isRequired: Bool, description: String? = nil) {
            self.name = name
            self.schema = schema
            self.isRequired = isRequired
            self.description = description
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Word.self)
        switch self {
        case .text(let format, let pattern, let maximum):
            try container.encode("string", forKey: "type")
            try container.encodeIfPresent(format, forKey: "format")
            try container.encodeIfPresent(pattern, forKey: "pattern")
            try container.encodeIfPresent(maximum, forKey: "maxLength")
        case .oneOf(let values):
            try container.encode("string", forKey: "type")
            try container.encode(values, forKey: "enum")
        case .integer(let minimum, let maximum):
            try container.encode("integer", forKey: "type")
            try container.encodeIfPresent(minimum, forKey: "minimum")
            try container.encodeIfPresent(maximum, forKey: "maximum")
        case .number: try container.encode("number", forKey: "type")
        case .flag: try container.encode("boolean", forKey: "type")
        case .nothing: try container.encode("null", forKey: "type")
        case .list(let element):
            try container.encode("array", forKey: "type")
            try container.encode(element, forKey: "items")
        case .dictionary(let value):
            try container.encode("object", forKey: "type")
            try container.encode(value, forKey: "additionalProperties")
        case .object(let properties):
            try container.encode("object", forKey: "type")
            var members = container.nestedContainer(keyedBy: Word.self, forKey: "properties")
            for property in properties {
                try members.encode(Described(property: property), forKey: Word(property.name))
            }
            let required = properties.filter(\.isRequired).map(\.name)
            if !required.isEmpty { try container.encode(required, forKey: "required") }
            try container.encode(false, forKey: "additionalProperties")
        case .reference(let name): try container.encode("#/components/schemas/\(name)", forKey: "$ref")
        case .anyOf(let shapes): try container.encode(shapes, forKey: "anyOf")
        case .anything: break
        }
    }

    private struct Described: Encodable {
        let property: Property

        func encode(to encoder: any Encoder) throws {
            try property.schema.encode(to: encoder)
            guard let description = property.description else { return }
            var container = encoder.container(keyedBy: Word.self)
            try container.encode(description, forKey: "description")
        }
    }

    struct Word: CodingKey, ExpressibleByStringLiteral {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ text: String) { stringValue = text }
        init(stringLiteral value: String) { stringValue = value }
        init?(stringValue: String) { self.init(stringValue) }
        init?(intValue: Int) { nil }
    }
}
