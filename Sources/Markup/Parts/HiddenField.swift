/// A value that travels with a form unseen: the token against forged requests, filters that a second form must keep.
public struct HiddenField: Part {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    public var html: HTML {
        input(.type("hidden"), .name(name), .value(value))
    }
}
