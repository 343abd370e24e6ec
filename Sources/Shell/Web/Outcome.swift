import Hummingbird
import Kernel

/// Where a change leads: the next page, and a quiet word that it is done.
package struct Outcome: Sendable {
    package let path: String
    package let word: Phrase?
    /// What the browser is to remember or to forget.
    package let cookies: [Cookie]

    package init(_ path: String, _ word: Phrase? = nil, cookies: [Cookie] = []) {
        self.path = path
        self.word = word
        self.cookies = cookies
    }
}
