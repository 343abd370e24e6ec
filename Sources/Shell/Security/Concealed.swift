/// A value that must not appear in a log, an error or a debugger's dump. Its description says only what it is.
package protocol Concealed: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension Concealed {
    package var description: String { "‹hidden›" }
    package var debugDescription: String { "‹hidden›" }
    /// No children, so that `dump` and reflecting encoders find nothing either.
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
