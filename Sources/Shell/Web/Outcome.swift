import Kernel

/// Where a change leads: the next page, and a quiet word that it is done.
package struct Outcome: Sendable {
    package let path: String
    package let word: Phrase?

    package init(_ path: String, _ word: Phrase? = nil) {
        self.path = path
        self.word = word
    }
}
