import HTTPTypes
import Hummingbird
import Kernel

/// One address of the application, as data: what it is, who may use it, what it takes and gives.
///
/// The router, the access matrix, the menu, `/openapi.json` and `MAP.md` are all made of, or held against, these.
package struct Route: Sendable {
    package enum Access: Sendable, Hashable {
        /// Also those who have not signed in.
        case everyone
        /// Anyone who has signed in.
        case signedIn
        /// Those with a grant of the capability; the handler loads only what its reach covers.
        case needs(Capability)
    }

    /// What the address gives, for the description of the interface.
    package enum Gives: Sendable {
        case page(any PageModel.Type)
        /// A form's outcome: a new place, or problems.
        case outcome
        /// Bytes of a media type; several are told apart by a comma, `*/*` stands for any.
        case file(String)
    }

    package let method: HTTPRequest.Method
    /// `/people/{id}`
    package let path: String
    package let access: Access
    package let summary: Phrase
    /// What may stand behind the `?`.
    package let query: [FormField]
    /// The fields of the body; nil when there is none.
    package let body: [FormField]?
    package let gives: Gives
    /// Whether who comes is found out first; not where the handler has a key of its own.
    var recognises = true
    let handle: @Sendable (Request, Call) async throws -> Response

    /// Any answer at all; ``page(_:needs:_:query:_:)`` and ``action(_:needs:_:form:again:_:)`` say more.
    package init(
        _ method: HTTPRequest.Method, _ path: String, _ access: Access, _ summary: Phrase, query: [FormField] = [],
        body: [FormField]? = nil, gives: Gives,
        handle: @escaping @Sendable (Request, Call) async throws -> Response
    ) {
        self.method = method
        self.path = path
        self.access = access
        self.summary = summary
        self.query = query
        self.body = body
        self.gives = gives
        self.handle = handle
    }

    /// Whether programs may want it: models, outcomes and files do, finished markup and assets do not.
    var isForPrograms: Bool {
        if case .file(let type) = gives { return !type.hasPrefix("text/") && access != .everyone }
        return true
    }

    /// Whether its answer stands in the frame, with header and menu.
    var showsFrame: Bool {
        switch gives {
        case .page: true
        case .file(let type): type == "text/html"
        case .outcome: false
        }
    }

    /// `GET /people/{id}`, as it stands in `MAP.md`.
    package var name: String { "\(method.rawValue) \(path)" }
}
