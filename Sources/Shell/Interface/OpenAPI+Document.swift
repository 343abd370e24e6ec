/// The parts of the document, named as the standard names them.
extension OpenAPI {
    struct Document: Encodable {
        let openapi: String
        let info: Info
        let paths: [String: [String: Operation]]
        let components: Components
        let security: [[String: [String]]]
    }

    struct Info: Encodable {
        let title: String
        let version: String
        let description: String
    }

    struct Components: Encodable {
        let schemas: [String: JSONSchema]
        let securitySchemes: [String: Scheme]
    }

    struct Scheme: Encodable {
        let type = "http"
        let scheme = "bearer"
    }

    struct Operation: Encodable {
        let operationId: String
        let summary: String
        let parameters: [Parameter]
        let requestBody: Body?
        let responses: [String: Answer]
        /// Empty for what needs no token; nil for what is said for all.
        let security: [[String: [String]]]?
    }

    struct Parameter: Encodable {
        let name: String
        let `in`: String
        let required: Bool
        let schema: JSONSchema
    }

    struct Body: Encodable {
        let required: Bool
        let content: [String: Content]
    }

    struct Content: Encodable {
        let schema: JSONSchema
    }

    struct Answer: Encodable {
        let description: String
        let content: [String: Content]

        static func json(_ schema: JSONSchema, _ description: String) -> Answer {
            Answer(description: description, content: ["application/json": Content(schema: schema)])
        }
    }
}
