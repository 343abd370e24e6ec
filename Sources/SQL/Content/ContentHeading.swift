/// The lines of a content file that are no rows; they begin with `#`.
enum ContentHeading: Equatable {
    case format(Int)
    /// The numbers of the migrations the tables were made by.
    case steps([Int])
    /// The first number not yet handed out.
    case nextID(Int64)
    case table(String, columns: [String])
    /// How many rows of the table went before.
    case rows(Int)
    /// The checksum of everything before this line.
    case end(String)

    static let mark = UInt8(ascii: "#")

    var line: String {
        let words: [String] =
            switch self {
            case .format(let number): ["tenure", String(number)]
            case .steps(let numbers): ["steps"] + numbers.map(String.init)
            case .nextID(let id): ["ids", String(id)]
            case .table(let name, let columns): ["table", name] + columns
            case .rows(let count): ["rows", String(count)]
            case .end(let checksum): ["end", checksum]
            }
        return "#" + words.joined(separator: " ") + "\n"
    }

    /// - Parameter line: without its line feed.
    init?(_ line: ArraySlice<UInt8>) {
        let words = String(decoding: line.dropFirst(), as: UTF8.self).split(separator: " ").map(String.init)
        guard line.first == Self.mark, let word = words.first else { return nil }
        let rest = words.dropFirst()
        switch (word, rest.first) {
        case ("tenure", let number?):
            guard let number = Int(number) else { return nil }
            self = .format(number)
        case ("steps", _):
            let numbers = rest.compactMap { Int($0) }
            guard numbers.count == rest.count else { return nil }
            self = .steps(numbers)
        case ("ids", let id?):
            guard let id = Int64(id) else { return nil }
            self = .nextID(id)
        case ("table", let name?): self = .table(name, columns: Array(rest.dropFirst()))
        case ("rows", let count?):
            guard let count = Int(count) else { return nil }
            self = .rows(count)
        case ("end", let checksum?): self = .end(checksum)
        default: return nil
        }
    }
}
