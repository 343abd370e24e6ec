import Kernel

/// The rows of a table, written straight into the page: a list page has hundreds of cells that differ only in content.
struct TableBody: Written {
    let table: DataTable

    func write(to sink: inout ByteSink, in language: Language) {
        let openings = table.columns.enumerated().dropFirst().map { place, column in
            let isAside = table.phone == .twoLines && !table.isOnCard(place)
            return (
                known: opening(of: column, isAside, language),
                unknown: opening(of: column, isAside || isMiddle(place), language)
            )
        }
        for (index, row) in table.rows.enumerated() {
            sink.append("<tr role=\"row\"")
            if row.isEmphasised {
                sink.append(" class=\"emphasis\"")
            } else if row.target != nil, table.phone == .twoLines {
                sink.append(" class=\"link\"")
            }
            sink.append(">")
            if let selection = table.selection { tick(row, index, selection, to: &sink, in: language) }
            for (place, cell) in row.cells.prefix(table.columns.count).enumerated() {
                if place == 0 {
                    head(cell, row, index, to: &sink, in: language)
                } else {
                    let opening = openings[place - 1]
                    sink.append(bytes: cell.isUnknown ? opening.unknown : opening.known)
                    sort(cell, to: &sink)
                    cell.write(to: &sink, in: language)
                    sink.append("</td>")
                }
            }
            sink.append("</tr>")
        }
    }

    /// The start of a cell, the same in every row but for its sort value; left open for that.
    private func opening(of column: TableColumn, _ isAside: Bool, _ language: Language) -> [UInt8] {
        var sink = ByteSink(capacity: 128)
        sink.append("<td role=\"cell\"")
        if table.phone == .cards {
            sink.append(" data-label=\"")
            sink.append(escaping: column.title[language])
            sink.append("\"")
        }
        switch (column.isNumber, isAside) {
        case (true, false): sink.append(" class=\"number\"")
        case (false, true): sink.append(" class=\"aside\"")
        case (true, true): sink.append(" class=\"number aside\"")
        case (false, false): break
        }
        return sink.bytes
    }

    /// In the second line of a card, where nothing has a heading.
    private func isMiddle(_ place: Int) -> Bool { table.phone == .twoLines && place < table.columns.count - 1 }

    private func head(
        _ cell: TableCell, _ row: TableRow, _ index: Int, to sink: inout ByteSink, in language: Language
    ) {
        sink.append("<th scope=\"row\" role=\"rowheader\"")
        if table.selection != nil {
            sink.append(" id=\"")
            id(of: index, to: &sink)
            sink.append("\"")
        }
        sort(cell, to: &sink)
        if let target = row.target {
            sink.append("<a href=\"")
            sink.append(escaping: target.text)
            sink.append("\">")
            cell.write(to: &sink, in: language)
            sink.append("</a>")
        } else {
            cell.write(to: &sink, in: language)
        }
        sink.append("</th>")
    }

    /// A row without a key cannot be selected.
    private func tick(
        _ row: TableRow, _ index: Int, _ selection: DataTable.Selection, to sink: inout ByteSink,
        in language: Language
    ) {
        sink.append("<td role=\"cell\" class=\"tick\">")
        if let key = row.key {
            sink.append("<label><input type=\"checkbox\" name=\"")
            sink.append(escaping: selection.name)
            sink.append("\" value=\"")
            sink.append(escaping: key)
            sink.append("\" aria-labelledby=\"")
            id(of: index, to: &sink)
            sink.append("\"></label>")
        }
        sink.append("</td>")
    }

    private func id(of index: Int, to sink: inout ByteSink) {
        sink.append(escaping: table.id ?? "row")
        sink.append("-")
        sink.append(number: index + 1)
    }

    private func sort(_ cell: TableCell, to sink: inout ByteSink) {
        if let value = cell.sortValue, value.isFinite {
            sink.append(" data-sort=\"")
            sink.append(escaping: String(value))
            sink.append("\"")
        }
        sink.append(">")
    }
}
