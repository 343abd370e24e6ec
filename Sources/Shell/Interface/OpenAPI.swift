import Foundation
import HTTPTypes
import Kernel
import Markup

/// `/openapi.json`: the description of the interface for programs, made of the routes.
package struct OpenAPI {
    let routes: [Route]

    package init(_ routes: [Route]) {
        self.routes = routes
    }

    /// The document.
    /// - Throws: ``SchemaReader/Problem`` when a page's model cannot say its shape.
    package func document() throws -> Data {
        let reader = SchemaReader()
        var paths: [String: [String: Operation]] = [:]
        for route in routes where route.isForPrograms {
            paths[route.path, default: [:]][route.method.rawValue.lowercased()] = try operation(route, reader)
        }
        let document = Document(
            openapi: "3.1.0", info: .init(title: "Tenure 留任", version: "1"), paths: paths,
            components: .init(schemas: reader.components, securitySchemes: ["token": .init()]),
            security: [["token": []]])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(document)
    }

    private func operation(_ route: Route, _ reader: SchemaReader) throws -> Operation {
        var responses: [String: Answer] = [:]
        switch route.gives {
        case .page(let model): responses["200"] = .json(try reader.schema(of: model), "The page's model")
        case .outcome:
            responses["200"] = .json(Self.outcome, "Done; where to look")
            responses["400"] = .json(Self.problem, "The body cannot be read")
            responses["413"] = .json(Self.problem, "The body is too large")
            responses["422"] = .json(
                .object([.init("problems", .list(Self.fieldProblem), isRequired: true)]), "Problems per field")
        case .file(let type):
            responses["200"] = Answer(description: "A file", content: [type: .init(schema: .anything)])
            responses["422"] = .json(Self.problem, "Refused, with the reason")
        }
        responses["401"] = .json(Self.problem, "Nobody has signed in")
        responses["404"] = .json(Self.problem, "No such record, or none for this viewer")
        return Operation(
            operationId: route.name.replacingOccurrences(
                of: "[^A-Za-z0-9]+", with: "_", options: .regularExpression),
            summary: "\(route.summary.zh) · \(route.summary.en)", parameters: parameters(route),
            requestBody: route.body.map(Self.body), responses: responses)
    }

    private func parameters(_ route: Route) -> [Parameter] {
        let inPath = route.path.split(separator: "/").filter { $0.hasPrefix("{") }.map { part in
            let name = String(part.dropFirst().dropLast())
            let isID = name == "id" || name.hasSuffix("_id")
            return Parameter(
                name: name, in: "path", required: true, schema: isID ? .integer(minimum: 0) : .text())
        }
        return inPath
            + route.query.map { field in
                Parameter(name: field.name, in: "query", required: field.isRequired, schema: field.kind.schema)
            }
    }

    private static func body(_ fields: [FormField]) -> Body {
        let properties = fields.map {
            JSONSchema.Property(
                $0.name, $0.kind.schema, isRequired: $0.isRequired, description: "\($0.label.zh) · \($0.label.en)")
        }
        return Body(required: !fields.isEmpty, content: ["application/json": .init(schema: .object(properties))])
    }

    private static let phrase = JSONSchema.object([
        .init("zh", .text(), isRequired: true), .init("en", .text(), isRequired: true),
    ])
    private static let outcome = JSONSchema.object([
        .init("location", .text(), isRequired: true), .init("message", phrase, isRequired: false),
    ])
    private static let problem = JSONSchema.object([
        .init("status", .integer(), isRequired: true), .init("message", phrase, isRequired: true),
    ])
    private static let fieldProblem = JSONSchema.object([
        .init("field", .text(), isRequired: true), .init("problem", phrase, isRequired: true),
    ])
}

extension FormField.Kind {
    var schema: JSONSchema {
        switch self {
        case .text(let maximum), .lines(let maximum): .text(maximum: maximum)
        case .secret: .text(maximum: 1_000)
        case .day: .text(format: "date")
        case .integer(let range): .integer(minimum: range.lowerBound, maximum: range.upperBound)
        case .money: Money.schema
        case .flag: .flag
        case .choice(let choices): .oneOf(choices.map(\.value))
        case .choices(let choices): .list(choices.isEmpty ? .text() : .oneOf(choices.map(\.value)))
        case .record: .integer(minimum: 0)
        }
    }
}
