/// The decoder ``SchemaReader`` hands to a type: every answer is empty, every question is noted.
final class SchemaSource: Decoder {
    let reader: SchemaReader
    private var properties: [JSONSchema.Property] = []
    private var single: JSONSchema?
    private var isObject = false

    init(reader: SchemaReader) {
        self.reader = reader
    }

    var schema: JSONSchema? { isObject ? .object(properties) : single }
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        isObject = true
        return KeyedDecodingContainer(Members<Key>(source: self))
    }

    /// Lists are recognised by their type before they are asked.
    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw SchemaReader.Problem.unknownShape("list") }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { Single(source: self) }

    fileprivate func note(_ name: String, _ schema: JSONSchema, isRequired: Bool) {
        guard !properties.contains(where: { $0.name == name }) else { return }
        properties.append(.init(name, schema, isRequired: isRequired))
    }

    private struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let source: SchemaSource
        var codingPath: [any CodingKey] { [] }
        var allKeys: [Key] { [] }

        func contains(_ key: Key) -> Bool { true }
        func decodeNil(forKey key: Key) throws -> Bool { false }

        func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
            let (schema, value) = try source.reader.read(type)
            source.note(key.stringValue, schema, isRequired: true)
            return value
        }

        func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
            source.note(key.stringValue, try source.reader.read(type).schema, isRequired: false)
            return nil
        }

        func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try optional(type, key) }
        func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { try optional(type, key) }
        func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? { try optional(type, key) }
        func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try optional(type, key) }
        func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? { try optional(type, key) }

        private func optional<T: Decodable>(_ type: T.Type, _ key: Key) throws -> T? {
            source.note(key.stringValue, try source.reader.read(type).schema, isRequired: false)
            return nil
        }

        func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws
            -> KeyedDecodingContainer<Nested>
        { throw SchemaReader.Problem.unknownShape(key.stringValue) }
        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
            throw SchemaReader.Problem.unknownShape(key.stringValue)
        }
        func superDecoder() throws -> any Decoder { source }
        func superDecoder(forKey key: Key) throws -> any Decoder { source }
    }

    private struct Single: SingleValueDecodingContainer {
        let source: SchemaSource
        var codingPath: [any CodingKey] { [] }

        func decodeNil() -> Bool { false }
        func decode(_ type: Bool.Type) throws -> Bool { noted(.flag, false) }
        func decode(_ type: String.Type) throws -> String { noted(.text(), "") }
        func decode(_ type: Double.Type) throws -> Double { noted(.number, 0) }
        func decode(_ type: Float.Type) throws -> Float { noted(.number, 0) }
        func decode(_ type: Int.Type) throws -> Int { noted(.integer(), 0) }
        func decode(_ type: Int8.Type) throws -> Int8 { noted(.integer(), 0) }
        func decode(_ type: Int16.Type) throws -> Int16 { noted(.integer(), 0) }
        func decode(_ type: Int32.Type) throws -> Int32 { noted(.integer(), 0) }
        func decode(_ type: Int64.Type) throws -> Int64 { noted(.integer(), 0) }
        func decode(_ type: UInt.Type) throws -> UInt { noted(.integer(minimum: 0), 0) }
        func decode(_ type: UInt8.Type) throws -> UInt8 { noted(.integer(minimum: 0), 0) }
        func decode(_ type: UInt16.Type) throws -> UInt16 { noted(.integer(minimum: 0), 0) }
        func decode(_ type: UInt32.Type) throws -> UInt32 { noted(.integer(minimum: 0), 0) }
        func decode(_ type: UInt64.Type) throws -> UInt64 { noted(.integer(minimum: 0), 0) }
        func decode<T: Decodable>(_ type: T.Type) throws -> T {
            let (schema, value) = try source.reader.read(type)
            return noted(schema, value)
        }

        private func noted<T>(_ schema: JSONSchema, _ value: T) -> T {
            source.single = schema
            return value
        }
    }
}
