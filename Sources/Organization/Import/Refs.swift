import Kernel

/// A record that stands, or one that a file is about to make: the number of its place among the new ones, below zero.
struct Ref<Owner>: Hashable, Sendable {
    let code: Int64

    init(_ id: ID<Owner>) { code = id.rawValue }
    init(new place: Int) { code = -Int64(place) - 1 }
    init(code: Int64) { self.code = code }

    var known: ID<Owner>? { code > 0 ? ID(code) : nil }

    /// - Parameter first: the number of the first new record.
    func id(_ first: Int64) -> ID<Owner> { ID(code > 0 ? code : first - code - 1) }
}

/// Names of a list that grows while a file is read: positions, levels.
struct NameList<Owner>: Sendable {
    private(set) var fresh: [String] = []
    private var refs: [String: Ref<Owner>]

    init(_ known: [String: ID<Owner>]) { refs = known.mapValues(Ref.init) }

    mutating func ref(_ name: String) -> Ref<Owner> {
        if let ref = refs[name] { return ref }
        let ref = Ref<Owner>(new: fresh.count)
        fresh.append(name)
        refs[name] = ref
        return ref
    }
}
