extension InsertedRows {
    /// `insert into … values (…), (…) …` for some of the rows.
    func statement(_ range: Range<Int>) -> Query {
        var pieces = ["insert into \(table) (\(columns.joined(separator: ", "))) values ("]
        let places = range.count * columns.count
        pieces.reserveCapacity(places + 1)
        for place in 1..<places { pieces.append(place.isMultiple(of: columns.count) ? "), (" : ", ") }
        pieces.append(") \(ending)")
        let values = values[range.lowerBound * columns.count..<range.upperBound * columns.count]
        return Query(pieces: pieces, values: Array(values))
    }
}
