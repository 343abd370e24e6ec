import Hummingbird
import Kernel
import NIOCore

/// What every handler knows of its visitor.
package struct TenureContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    package var language = Language.zh
    /// Goes into every form and comes back with it; a form without it was not ours.
    package var formToken = ""
    /// Nil until someone signed in.
    package var viewer: Viewer?
    /// The request came with an API token instead of a session: no cookie, so no form token is asked for.
    package var isProgram = false
    /// The session it comes with; nil for programs.
    package var session: ID<Sessions>?
    /// How a form of the session shows where it is from; before signing in the token of the cookie must come back.
    package var formProof: FormProof?
    /// What must be done before anything else.
    package var errand: Errand?
    /// Whether what is sent cannot be read on the way.
    package var isSecure = false
    /// Where the request came from, as far as is known.
    package var address = ""
    /// What the browser or program calls itself.
    package var agent = ""
    /// Whether the language was chosen rather than guessed.
    package var isLanguageChosen = false
    /// A quiet word from the change that led here.
    package var flash: String?
    /// The menu shows signs only.
    package var isMenuFolded = false
    /// What waits for the viewer, as far as it is known without asking once more.
    var waiting: Int?

    package init(source: Source) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? ""
    }
}
