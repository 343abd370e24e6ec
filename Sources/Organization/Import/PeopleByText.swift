import Kernel

/// Finds somebody a cell names by staff number or by name, among the people of the file and of the database.
struct PeopleByText {
    enum Found {
        case one(Ref<Person>)
        case none
        case several(Int)
    }

    private var numbers: [String: Ref<Person>]
    private var names: [String: Set<Ref<Person>>]

    init(_ known: KnownStaff) {
        numbers = known.byNumber.mapValues(Ref.init)
        names = known.byName.mapValues { Set($0.map(Ref.init)) }
    }

    mutating func add(_ ref: Ref<Person>, number: String, name: String) {
        numbers[number] = ref
        names[name, default: []].insert(ref)
    }

    /// `E1024`, `王芳`, `王芳(E1024)`, `E1024 王芳`.
    func find(_ text: String) -> Found {
        if let ref = numbers[text] { return .one(ref) }
        let name = PersonName(text).text
        let parts = name.split { " ()（）/-_,，".contains($0) }.map(String.init)
        if parts.count > 1, let ref = parts.lazy.compactMap({ numbers[$0] }).first { return .one(ref) }
        let found = names[name] ?? []
        if found.count > 1 { return .several(found.count) }
        return found.first.map(Found.one) ?? .none
    }
}
