import Hummingbird
import Kernel
import NIOCore

/// What every handler knows of its visitor.
struct TenureContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    var language = Language.zh
    /// Goes into every form and comes back with it; a form without it was not ours.
    var formToken = ""

    init(source: Source) {
        coreContext = .init(source: source)
    }
}
