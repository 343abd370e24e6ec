/// Finds the JSON shape of a `Codable` type by letting it decode itself from a source that notes what is asked for.
///
/// A type is asked once; enums must be `String` with `CaseIterable`. What holds values of its own kind becomes a
/// reference into ``components``.
package final class SchemaReader {
    package enum Problem: Error, Equatable {
        /// This type cannot say its shape: an enum that does not list its cases, or one with values of its own.
        case unknownShape(String)
    }

    /// Shapes that refer to themselves, by name.
    package private(set) var components: [String: JSONSchema] = [:]
    private var inProgress: [ObjectIdentifier: String] = [:]
    private var referenced: Set<String> = []

    package init() {}

    package func schema(of type: any Decodable.Type) throws -> JSONSchema {
        try read(type).schema
    }

    /// The shape of a type and a value of it, made of nothing.
    func read<T: Decodable>(_ type: T.Type) throws -> (schema: JSONSchema, value: T) {
        if let leaf = type as? any SchemaLeaf.Type, let value = leaf.example as? T { return (leaf.schema, value) }
        if let list = type as? any CaseIterable.Type, let found = try Self.cases(of: list) as (JSONSchema, T)? {
            return found
        }
        if let dictionary = type as? any NamedValues.Type, let value = dictionary.none as? T {
            return (.dictionary(try schema(of: dictionary.valueType)), value)
        }
        if let list = type as? any List.Type, let value = list.none as? T {
            if let name = inProgress[ObjectIdentifier(list.elementType)] {
                referenced.insert(name)
                return (.list(.reference(name)), value)
            }
            return (.list(try schema(of: list.elementType)), value)
        }
        if let maybe = type as? any MaybeNothing.Type, let value = maybe.nothing as? T {
            return (.anyOf([try schema(of: maybe.valueType), .nothing]), value)
        }
        let key = ObjectIdentifier(type)
        let name = "\(type)"
        guard inProgress[key] == nil else { throw Problem.unknownShape(name) }
        inProgress[key] = name
        defer { inProgress[key] = nil }
        let source = SchemaSource(reader: self)
        let value: T
        do {
            value = try T(from: source)
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem.unknownShape(name)
        }
        guard let schema = source.schema else { throw Problem.unknownShape(name) }
        if referenced.contains(name) {
            components[name] = schema
            return (.reference(name), value)
        }
        return (schema, value)
    }

    private static func cases<T>(of list: any CaseIterable.Type) throws -> (JSONSchema, T)? {
        let all = values(of: list)
        let texts = all.compactMap { value in (value as? any RawRepresentable).flatMap { text($0) } }
        guard let first = all.first as? T, texts.count == all.count else { return nil }
        return (.oneOf(texts), first)
    }

    private static func values<C: CaseIterable>(of list: C.Type) -> [Any] { list.allCases.map { $0 as Any } }

    private static func text<R: RawRepresentable>(_ value: R) -> String? { value.rawValue as? String }
}

private protocol NamedValues {
    static var valueType: any Decodable.Type { get }
    static var none: Any { get }
}

extension Dictionary: NamedValues where Key == String, Value: Decodable {
    static var valueType: any Decodable.Type { Value.self }
    static var none: Any { Self() }
}

private protocol MaybeNothing {
    static var valueType: any Decodable.Type { get }
    static var nothing: Any { get }
}

extension Optional: MaybeNothing where Wrapped: Decodable {
    static var valueType: any Decodable.Type { Wrapped.self }
    static var nothing: Any { Self.none as Any }
}

private protocol List {
    static var elementType: any Decodable.Type { get }
    static var none: Any { get }
}

extension Array: List where Element: Decodable {
    static var elementType: any Decodable.Type { Element.self }
    static var none: Any { Self() }
}
