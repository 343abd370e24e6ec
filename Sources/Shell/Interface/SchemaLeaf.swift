import Kernel

/// A value that is one JSON value, with its form and an example.
protocol SchemaLeaf {
    static var schema: JSONSchema { get }
    static var example: Self { get }
}

extension Day: SchemaLeaf {
    static var schema: JSONSchema { .text(format: "date") }
    static var example: Day { Day(number: 20_000) }
}

extension Month: SchemaLeaf {
    static var schema: JSONSchema { .text(pattern: "^[0-9]{4}-[0-9]{2}$") }
    static var example: Month { Day.example.month }
}

/// Yuan with two decimals, as text: no binary fraction comes near money.
extension Money: SchemaLeaf {
    static var schema: JSONSchema { .text(pattern: "^-?[0-9]+(\\.[0-9]{1,2})?$") }
    static var example: Money { .zero }
}

extension Rate: SchemaLeaf {
    static var schema: JSONSchema { .text(pattern: "^-?[0-9]+(\\.[0-9]{1,9})?%?$") }
    static var example: Rate { .zero }
}

/// Milliseconds UTC.
extension Instant: SchemaLeaf {
    static var schema: JSONSchema { .integer() }
    static var example: Instant { Instant(milliseconds: 0) }
}

extension ID: SchemaLeaf {
    static var schema: JSONSchema { .integer(minimum: 0) }
    static var example: ID { ID(0) }
}
