import HTTPTypes
import Hummingbird
import Kernel
import Shell

/// `/` leads to the first page of the viewer's own menu.
enum FirstPage {
    static let route = Route(
        .get, "/", .signedIn, Phrase(zh: "首页", en: "First page"), gives: .file("text/html")
    ) { _, call in
        let viewer = try call.viewer
        return .redirect(to: call.house.firstPage(of: viewer) ?? "/inbox", type: .normal)
    }
}
