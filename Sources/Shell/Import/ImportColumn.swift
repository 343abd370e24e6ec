import Kernel

/// The converted cells of one field. A blank cell, a refused one, and every cell of an absent column is nil.
package struct ImportColumn: Sendable {
    enum Storage: Sendable {
        case absent
        /// "" where there is nothing.
        case texts([String])
        /// Day numbers, months since year 0, whole numbers, fen, billionths; ``nothing`` where there is none.
        case numbers([Int64])
        /// Places in the list of words, -1 where there is none.
        case words([Int16], codes: [String])
    }

    static let nothing = Int64.min

    let storage: Storage

    init(_ storage: Storage) {
        self.storage = storage
    }

    /// Text kinds, and the code of a choice.
    package func text(_ row: Int) -> String? {
        switch storage {
        case .texts(let texts): texts[row].isEmpty ? nil : texts[row]
        case .words(let places, let codes): places[row] < 0 ? nil : codes[Int(places[row])]
        case .absent, .numbers: nil
        }
    }

    /// A choice as the enum its codes belong to.
    package func choice<Value: RawRepresentable>(_ row: Int, _ type: Value.Type = Value.self) -> Value?
    where Value.RawValue == String {
        text(row).flatMap(Value.init(rawValue:))
    }

    package func day(_ row: Int) -> Day? { number(row).map { Day(number: Int($0)) } }

    package func month(_ row: Int) -> Month? {
        number(row).flatMap { Month(year: Int($0 / 12), month: Int($0 % 12) + 1) }
    }

    package func integer(_ row: Int) -> Int64? { number(row) }

    package func money(_ row: Int) -> Money? { number(row).map(Money.init(fen:)) }

    package func rate(_ row: Int) -> Rate? { number(row).map(Rate.init(billionths:)) }

    package func flag(_ row: Int) -> Bool? { number(row).map { $0 != 0 } }

    package func isBlank(_ row: Int) -> Bool {
        switch storage {
        case .absent: true
        case .texts(let texts): texts[row].isEmpty
        case .numbers(let numbers): numbers[row] == Self.nothing
        case .words(let places, _): places[row] < 0
        }
    }

    private func number(_ row: Int) -> Int64? {
        guard case .numbers(let numbers) = storage, numbers[row] != Self.nothing else { return nil }
        return numbers[row]
    }

    func picking(_ rows: [Int]) -> ImportColumn {
        switch storage {
        case .absent: self
        case .texts(let texts): ImportColumn(.texts(rows.map { texts[$0] }))
        case .numbers(let numbers): ImportColumn(.numbers(rows.map { numbers[$0] }))
        case .words(let places, let codes): ImportColumn(.words(rows.map { places[$0] }, codes: codes))
        }
    }
}
