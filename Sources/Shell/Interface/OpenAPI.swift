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
            openapi: "3.1.0",
            info: .init(
                title: "Tenure 留任", version: "1",
                description:
                    "Every page as data: ask with `Accept: application/json`, or with `.json` behind its path, "
                    + "and with the token of an account; what the account may not see does not exist. "
                    + "网页的数据接口：加 Accept: application/json 或在路径后加 .json，并带账号的令牌；看不到的记录等同于不存在。"), paths: paths,
            components: .init(schemas: reader.components, securitySchemes: ["token": .init()]),
            security: [["token": []]])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(document)
    }

    private func operation(_ route: Route, _ reader: SchemaReader) throws -> Operation {
        Operation(
            operationId: route.name.replacingOccurrences(
                of: "[^A-Za-z0-9]+", with: "_", options: .regularExpression),
            summary: "\(route.summary.zh) · \(route.summary.en)", parameters: parameters(route),
            requestBody: route.body.map(Self.body), responses: try responses(route, reader),
            security: route.access == .everyone ? [] : nil)
    }

    private func responses(_ route: Route, _ reader: SchemaReader) throws -> [String: Answer] {
        var responses = [
            "400": Answer.json(Self.problem, "The request cannot be read"),
            "401": .json(Self.problem, "Nobody has signed in"),
            "404": .json(Self.problem, "No such record, or none for this viewer"),
            "422": .json(.anyOf([Self.problem, Self.fieldProblems]), "Refused, with the reason; problems per field"),
            "503": .json(Self.problem, "The database does not answer; nothing was changed"),
        ]
        switch route.gives {
        case .page(let model): responses["200"] = .json(try reader.schema(of: model), "The page's model")
        case .outcome: responses["200"] = .json(Self.outcome, "Done; where to look")
        case .file(let types):
            responses["200"] = Answer(
                description: "A file",
                content: Dictionary(
                    uniqueKeysWithValues: types.components(separatedBy: ", ").map { ($0, Content(schema: .anything)) }))
        }
        if let body = route.body {
            responses["403"] = .json(Self.problem, "The proof of the form is missing or too old")
            responses["413"] = .json(Self.problem, "The body is too large")
            if Self.isUpload(body) { responses["415"] = .json(Self.problem, "The body is no multipart/form-data") }
        }
        // Whoever tries again and again has to wait.
        if route.access == .everyone { responses["429"] = .json(Self.problem, "Too many attempts") }
        return responses
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
                $0.name, isUpload([$0]) ? .text(format: "binary") : $0.kind.schema, isRequired: $0.isRequired,
                description: "\($0.label.zh) · \($0.label.en)")
        }
        let type = isUpload(fields) ? "multipart/form-data" : "application/json"
        return Body(
            required: fields.contains { $0.isRequired }, content: [type: .init(schema: .object(properties))])
    }

    /// Files come under this name.
    private static func isUpload(_ fields: [FormField]) -> Bool { fields.contains { $0.name == "file" } }

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
    private static let fieldProblems = JSONSchema.object([
        .init("problems", .list(fieldProblem), isRequired: true)
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
