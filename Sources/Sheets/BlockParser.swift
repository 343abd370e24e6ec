/// Parses the records of one block into the columns' memory. One value per block; nothing in it is shared.
struct BlockParser {
    /// Where a column's cells go. Exactly one pointer is set, or none when the column is skipped.
    struct Target {
        var numbers: UnsafeMutablePointer<Double>?
        var codes: UnsafeMutablePointer<Int32>?
    }

    /// What a block learned about a column.
    struct Finding {
        var tally = Tally()
        var misfits: [TableColumn.Unreadable] = []
        var misfitCount = 0
    }

    struct Outcome {
        var findings: [Finding]
        /// One per column; only text targets have entries.
        var levels: [LevelTable?]
        var lines: [(row: Int, line: Int)]
        var refusal: (row: Int, line: Int, cells: Int)?
    }

    let text: UnsafeBufferPointer<UInt8>
    let dialect: Dialect
    let rules: ReadingRules
    let targets: UnsafeBufferPointer<Target>
    let listed: Int

    func parse(_ block: BlockSplit.Block) -> Outcome {
        guard let base = text.baseAddress else {
            return Outcome(findings: [], levels: [], lines: [], refusal: nil)
        }
        let width = targets.count
        let end = base + text.count
        let delimiter = dialect.delimiter
        let terminator = dialect.terminator
        var findings = [Finding](repeating: Finding(), count: width)
        let tables = UnsafeMutablePointer<LevelTable>.allocate(capacity: width)
        for column in 0..<width where targets[column].codes != nil { (tables + column).initialize(to: LevelTable()) }
        var lines: [(row: Int, line: Int)] = []
        var refusal: (row: Int, line: Int, cells: Int)?
        var scratch: [UInt8] = []
        var cursor = base + block.start
        var line = block.line
        var expected = -1

        findings.withUnsafeMutableBufferPointer { findings in
            for row in block.firstRow..<block.firstRow + block.records {
                // Empty lines between records.
                while cursor < end {
                    if cursor.pointee == terminator {
                        cursor += 1
                    } else if cursor.pointee == 0x0D, terminator == 0x0A, cursor + 1 < end, cursor[1] == 0x0A {
                        cursor += 2
                    } else {
                        break
                    }
                    line += 1
                }
                // What the line map assumes of the next record unless told otherwise: that it is one line further.
                if line != expected { lines.append((row, line)) }
                expected = line + 1
                var column = 0
                while true {
                    let target = column < width ? targets[column] : Target()
                    var cellStart = cursor
                    var cellEnd = cursor
                    var stays = true
                    if cursor < end, cursor.pointee == 0x22 {
                        if let cell = Self.quotedInPlace(&cursor, end, dialect) {
                            cellStart = cell.start
                            cellEnd = cell.end
                            line += cell.lines
                        } else {
                            line += Self.unquote(&cursor, end, dialect, &scratch)
                            stays = false
                        }
                    } else {
                        if let numbers = target.numbers, !rules.decimalComma,
                            let plain = DecimalScanner.scan(cursor, end),
                            plain.end == end || plain.end.pointee == delimiter || plain.end.pointee == terminator,
                            !plain.isCode, plain.value.isFinite
                        {
                            numbers[row] = plain.value
                            findings[column].tally.cells += 1
                            if plain.isWhole {
                                findings[column].tally.addInteger(plain.value, 1)
                            } else {
                                findings[column].tally.decimals += 1
                            }
                            cursor = plain.end
                            column += 1
                            if cursor < end, cursor.pointee == delimiter {
                                cursor += 1
                                continue
                            }
                            break
                        }
                        while cursor < end, cursor.pointee != delimiter, cursor.pointee != terminator { cursor += 1 }
                        cellEnd = cursor
                    }
                    if stays {
                        Self.trim(&cellStart, &cellEnd)
                        if target.codes != nil || target.numbers != nil {
                            store(cellStart, cellEnd, true, row, column, target, &findings[column], tables)
                        } else if column >= width, cellStart < cellEnd, refusal == nil {
                            refusal = (row, line, column + 1)
                        }
                    } else {
                        scratch.withUnsafeBufferPointer { copy in
                            guard var start = copy.baseAddress else { return }
                            var stop = start + copy.count
                            Self.trim(&start, &stop)
                            if target.codes != nil || target.numbers != nil {
                                store(start, stop, false, row, column, target, &findings[column], tables)
                            } else if column >= width, start < stop, refusal == nil {
                                refusal = (row, line, column + 1)
                            }
                        }
                    }
                    column += 1
                    if cursor < end, cursor.pointee == delimiter {
                        cursor += 1
                        continue
                    }
                    break
                }
                if var extra = refusal, extra.row == row {
                    extra.cells = max(extra.cells, column)
                    refusal = extra
                }
                // A short record: what is left out is missing.
                while column < width {
                    targets[column].numbers?[row] = .nan
                    targets[column].codes?[row] = -1
                    column += 1
                }
                if cursor < end { cursor += 1 }
                line += 1
            }
        }
        var levels = [LevelTable?](repeating: nil, count: width)
        for column in 0..<width where targets[column].codes != nil { levels[column] = tables[column] }
        for column in 0..<width where targets[column].codes != nil { (tables + column).deinitialize(count: 1) }
        tables.deallocate()
        return Outcome(findings: findings, levels: levels, lines: lines, refusal: refusal)
    }

    /// A cell that is not a plain number in a numeric column.
    private func store(
        _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ stays: Bool, _ row: Int, _ column: Int,
        _ target: Target, _ finding: inout Finding, _ tables: UnsafeMutablePointer<LevelTable>
    ) {
        if let codes = target.codes {
            codes[row] = start == end ? -1 : tables[column].code(start, end - start, stays: stays)
            return
        }
        guard let numbers = target.numbers else { return }
        numbers[row] = .nan
        if start == end { return }
        let cell = UnsafeBufferPointer(start: start, count: end - start)
        let reading = CellReader.read(cell, rules)
        finding.tally.add(reading)
        switch reading {
        case .missing: break
        case .number(let value, _): numbers[row] = value
        default:
            finding.misfitCount += 1
            if finding.misfits.count < listed {
                finding.misfits.append(.init(row: row, text: String(decoding: cell, as: UTF8.self)))
            }
        }
    }

    /// Spaces, tabs, the CR of a line end, no-break and full-width spaces.
    @inline(__always)
    static func trim(_ start: inout UnsafePointer<UInt8>, _ end: inout UnsafePointer<UInt8>) {
        while start < end {
            let byte = start.pointee
            if byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A {
                start += 1
            } else if byte == 0xC2, end - start >= 2, start[1] == 0xA0 {
                start += 2
            } else if byte == 0xE3, end - start >= 3, start[1] == 0x80, start[2] == 0x80 {
                start += 3
            } else {
                break
            }
        }
        while start < end {
            let byte = (end - 1).pointee
            if byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A {
                end -= 1
            } else if byte == 0xA0, end - start >= 2, (end - 2).pointee == 0xC2 {
                end -= 2
            } else if byte == 0x80, end - start >= 3, (end - 2).pointee == 0x80, (end - 3).pointee == 0xE3 {
                end -= 3
            } else {
                break
            }
        }
    }

    /// A quoted cell that needs no copy: no quote inside, nothing after the closing one. Leaves the cursor at the
    /// delimiter, the line end or the end; where it answers nil, alone.
    @inline(__always)
    private static func quotedInPlace(
        _ cursor: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ dialect: Dialect
    ) -> (start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, lines: Int)? {
        let start = cursor + 1
        var place = start
        var lines = 0
        while place < end, place.pointee != 0x22 {
            if place.pointee == dialect.terminator { lines += 1 }
            place += 1
        }
        guard place < end else { return nil }
        var after = place + 1
        if after < end, after.pointee == 0x0D, dialect.terminator == 0x0A, after + 1 == end || after[1] == 0x0A {
            after += 1
        }
        guard after == end || after.pointee == dialect.delimiter || after.pointee == dialect.terminator else {
            return nil
        }
        cursor = after
        return (start, place, lines)
    }

    /// Copies a quoted cell without its quotes and leaves the cursor at the delimiter, the line end or the end.
    /// Answers how many line ends lay inside.
    private static func unquote(
        _ cursor: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ dialect: Dialect,
        _ scratch: inout [UInt8]
    ) -> Int {
        scratch.removeAll(keepingCapacity: true)
        var lines = 0
        cursor += 1
        while cursor < end {
            let byte = cursor.pointee
            cursor += 1
            if byte == 0x22 {
                guard cursor < end, cursor.pointee == 0x22 else { break }
                cursor += 1
            }
            if byte == dialect.terminator { lines += 1 }
            scratch.append(byte)
        }
        while cursor < end, cursor.pointee != dialect.delimiter, cursor.pointee != dialect.terminator {
            scratch.append(cursor.pointee)
            cursor += 1
        }
        return lines
    }
}
