/// A "no" that is part of the product: a closed set of cases per room, each with its sentence.
///
/// A refusal says what happened, where, and what to do; it is never a fault of the program.
public protocol Refusal: Error, Sendable {
    var explanation: Phrase { get }
}
