import Foundation
import Kernel
import Testing

@testable import Shell

struct SchemaTests {
    enum Colour: String, Codable, CaseIterable { case red, green }

    struct Leaf: Codable {
        let name: String
        let born: Day?
        let pay: Money
        let counts: [Int]
        let known: [Int?]
        let byMonth: [String: Double]
        let colour: Colour
        let colours: [Colour]?
        let isOpen: Bool
        let words: Phrase
        let id: ID<Leaf>
    }

    struct Tree: Codable {
        let name: String
        let children: [Tree]
        let leaf: Leaf?
    }

    @Test func aTypeSaysItsShape() throws {
        let schema = try SchemaReader().schema(of: Leaf.self)
        #expect(
            schema
                == .object([
                    .init("name", .text(), isRequired: true), .init("born", .text(format: "date"), isRequired: false),
                    .init("pay", Money.schema, isRequired: true), .init("counts", .list(.integer()), isRequired: true),
                    .init("known", .list(.anyOf([.integer(), .nothing])), isRequired: true),
                    .init("byMonth", .dictionary(.number), isRequired: true),
                    .init("colour", .oneOf(["red", "green"]), isRequired: true),
                    .init("colours", .list(.oneOf(["red", "green"])), isRequired: false),
                    .init("isOpen", .flag, isRequired: true),
                    .init(
                        "words",
                        .object([.init("zh", .text(), isRequired: true), .init("en", .text(), isRequired: true)]),
                        isRequired: true),
                    .init("id", .integer(minimum: 0), isRequired: true),
                ]))
    }

    @Test func whatHoldsItsOwnKindIsAReference() throws {
        let reader = SchemaReader()
        #expect(try reader.schema(of: Tree.self) == .reference("Tree"))
        guard case .object(let members) = reader.components["Tree"] else { throw SchemaReader.Problem.unknownShape("") }
        #expect(members[1].schema == .list(.reference("Tree")))
    }

    @Test func whatCannotSayItsShapeIsNamed() {
        enum Odd: Codable { case number(Int) }
        struct Holder: Codable { let odd: Odd }
        #expect(throws: SchemaReader.Problem.self) { try SchemaReader().schema(of: Holder.self) }
    }
}
