import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import SQL

/// One request, as a handler sees it.
package struct Call: Sendable {
    package let house: House
    package let context: TenureContext
    package let path: String
    /// What stands behind the `?`.
    package let query: FormFields
    package let wantsJSON: Bool
    private let signedIn: Viewer?
    private let head: HTTPRequest

    init(_ request: Request, _ context: TenureContext, house: House) {
        self.house = house
        self.context = context
        path = request.uri.path
        query = FormFields(urlEncoded: request.uri.query ?? "")
        wantsJSON = WantedForm.isJSON(request)
        signedIn = context.viewer
        head = request.head
    }

    package var language: Language { context.language }

    /// Who is looking. - Throws: not found, as for a stranger, when nobody has signed in.
    package var viewer: Viewer {
        get throws {
            guard let signedIn else { throw Missing() }
            return signedIn
        }
    }

    /// The id in the path. - Throws: not found when it is no id.
    package func id<Owner>(_ name: String = "id", of owner: Owner.Type = Owner.self) throws -> ID<Owner> {
        guard let id = context.parameters.get(name).flatMap({ ID<Owner>($0) }) else { throw Missing() }
        return id
    }

    /// A word in the path.
    package func word(_ name: String) throws -> String {
        guard let word = context.parameters.get(name) else { throw Missing() }
        return word
    }

    /// A word in the path, nil when the path has none.
    package func parameter(_ name: String) -> String? { context.parameters.get(name) }

    /// How the visitor addresses this server: scheme and host, for links that leave the page.
    var origin: String { (context.isSecure ? "https://" : "http://") + (head.authority ?? "") }

    /// A cookie of the request.
    func cookie(_ name: String) -> String? { Request(head: head, body: .init(buffer: .init())).cookie(name) }

    /// Goes into every form of a page.
    package var formToken: String { context.formToken }

    package var today: Day { house.today }

    /// The day asked for with `?as_of=`, in any common form; the company's day without.
    package var asOf: Day { query["as_of"].flatMap { try? Day($0) } ?? today }

    /// The path with its query, to come back to.
    package var place: String { query.isEmpty ? path : path + "?" + query.urlEncoded }

    /// Asks on a snapshot.
    package func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await house.database.read(body)
    }

    /// Changes in one transaction.
    package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await house.database.write(body)
    }
}

/// There is no such record, or it is not for this viewer: the answer is the same.
package struct Missing: Error {
    package init() {}
}
