import Dispatch

/// One run over all blocks, filling the columns it was asked for. Sendable because the text is only read.
struct CSVPass: @unchecked Sendable {
    enum Plan { case number, text, skip }

    enum Column {
        case number([Double], BlockParser.Finding)
        case text(RawColumn)
        case skipped
    }

    struct Result {
        var columns: [Column]
        var lines: LineMap
        var refusal: (row: Int, line: Int, cells: Int)?
    }

    let text: UnsafeBufferPointer<UInt8>
    let dialect: Dialect
    let rules: ReadingRules
    let split: BlockSplit
    let options: ReadOptions

    func run(_ plan: [Plan], progress: ((Double) -> Void)?) -> Result {
        let rows = split.rows
        let width = plan.count
        let targets = UnsafeMutableBufferPointer<BlockParser.Target>.allocate(capacity: width)
        for column in 0..<width {
            targets[column] = BlockParser.Target(
                numbers: plan[column] == .number ? .allocate(capacity: rows) : nil,
                codes: plan[column] == .text ? .allocate(capacity: rows) : nil)
        }
        defer { targets.deallocate() }
        let parser = BlockParser(
            text: text, dialect: dialect, rules: rules, targets: UnsafeBufferPointer(targets),
            listed: options.unreadableListed)
        let outcomes = parse(parser, progress)
        let columns = merge(plan, targets, outcomes)
        var lines = LineMap()
        for outcome in outcomes {
            for (row, line) in outcome.lines { lines.append(row: row, line: line) }
            for table in outcome.levels { table?.free() }
        }
        return Result(columns: columns, lines: lines, refusal: outcomes.lazy.compactMap(\.refusal).first)
    }

    /// Blocks in batches, so that progress is told from this thread.
    private func parse(_ parser: BlockParser, _ progress: ((Double) -> Void)?) -> [BlockParser.Outcome] {
        let count = split.blocks.count
        let slots = UnsafeMutablePointer<BlockParser.Outcome?>.allocate(capacity: count)
        slots.initialize(repeating: nil, count: count)
        defer {
            slots.deinitialize(count: count)
            slots.deallocate()
        }
        nonisolated(unsafe) let results = slots
        nonisolated(unsafe) let work = parser
        let blocks = split.blocks
        let batch = progress == nil ? count : max(16, (count + 19) / 20)
        var done = 0
        while done < count {
            let first = done
            let size = min(batch, count - done)
            DispatchQueue.concurrentPerform(iterations: size) { index in
                results[first + index] = work.parse(blocks[first + index])
            }
            done += size
            progress?(0.15 + 0.7 * Double(done) / Double(count))
        }
        return (0..<count).compactMap { slots[$0] }
    }

    private func merge(
        _ plan: [Plan], _ targets: UnsafeMutableBufferPointer<BlockParser.Target>, _ outcomes: [BlockParser.Outcome]
    ) -> [Column] {
        let width = plan.count
        let slots = UnsafeMutablePointer<Column>.allocate(capacity: width)
        slots.initialize(repeating: .skipped, count: width)
        defer {
            slots.deinitialize(count: width)
            slots.deallocate()
        }
        nonisolated(unsafe) let results = slots
        nonisolated(unsafe) let memory = targets
        nonisolated(unsafe) let findings = outcomes
        DispatchQueue.concurrentPerform(iterations: width) { column in
            if let numbers = memory[column].numbers {
                results[column] = numberColumn(column, numbers, findings)
            } else if let codes = memory[column].codes {
                results[column] = .text(textColumn(column, codes, findings))
            }
        }
        return (0..<width).map { slots[$0] }
    }

    private func numberColumn(
        _ column: Int, _ numbers: UnsafeMutablePointer<Double>, _ outcomes: [BlockParser.Outcome]
    ) -> Column {
        var all = BlockParser.Finding()
        for outcome in outcomes {
            let finding = outcome.findings[column]
            all.tally.add(finding.tally)
            all.misfitCount += finding.misfitCount
            all.misfits += finding.misfits.prefix(options.unreadableListed - all.misfits.count)
        }
        // One copy per column, and its source freed at once, keeps the peak near the size of the table.
        let values = Array(UnsafeBufferPointer(start: numbers, count: split.rows))
        numbers.deallocate()
        return .number(values, all)
    }

    /// Levels of all blocks in the order of first appearance in the file.
    private func textColumn(
        _ column: Int, _ codes: UnsafeMutablePointer<Int32>, _ outcomes: [BlockParser.Outcome]
    ) -> RawColumn {
        var all = LevelTable()
        defer { all.free() }
        var remap: [Int32] = []
        for (block, outcome) in zip(split.blocks, outcomes) {
            guard let levels = outcome.levels[column] else { continue }
            remap.removeAll(keepingCapacity: true)
            var isSame = true
            for level in 0..<levels.count {
                let bytes = levels[level]
                guard let start = bytes.baseAddress else { continue }
                let code = all.code(start, bytes.count, stays: true)
                isSame = isSame && code == Int32(level)
                remap.append(code)
            }
            if isSame { continue }
            for row in block.firstRow..<block.firstRow + block.records where codes[row] >= 0 {
                codes[row] = remap[Int(codes[row])]
            }
        }
        let copied = Array(UnsafeBufferPointer(start: codes, count: split.rows))
        codes.deallocate()
        return RawColumn(codes: copied, levels: (0..<all.count).map { String(decoding: all[$0], as: UTF8.self) })
    }
}
