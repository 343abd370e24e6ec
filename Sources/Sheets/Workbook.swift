import Kernel

/// An XLSX file: its sheets, strings and number formats.
struct Workbook {
    struct Sheet: Equatable {
        var name: String
        /// Path of the part inside the archive.
        var part: String
        var isHidden: Bool
    }

    let file: String
    let archive: ZipArchive
    private(set) var sheets: [Sheet] = []
    /// Day 0 is 1904-01-01 (old Macintosh workbooks) instead of 1899-12-31.
    private(set) var since1904 = false

    init(_ raw: FileBytes, file: String, options: ReadOptions) throws(SheetRefusal) {
        self.file = file
        archive = try ZipArchive(raw, file: file, options: options)
        let main = try mainPart()
        guard let bytes = try archive.part(main) else { throw .notASpreadsheet(file: file, found: .zip) }
        let folder = Self.folder(main)
        let targets = try relations(of: main)
        let listed = try scan(main, bytes) { scanner throws(XMLScanner.Problem) in
            var found: [(name: String, relation: String?, isHidden: Bool)] = []
            var is1904 = false
            while true {
                let event = try scanner.next()
                if event == .end { return (found, is1904) }
                guard case .open = event else { continue }
                if scanner.isNamed("workbookPr") {
                    is1904 = ["1", "true"].contains(try scanner.attribute("date1904") ?? "")
                } else if scanner.isNamed("sheet"), let name = try scanner.attribute("name") {
                    var relation = try scanner.attribute("r:id")
                    if relation == nil { relation = try scanner.attribute("id") }
                    let state = try scanner.attribute("state") ?? "visible"
                    found.append((name, relation, state != "visible"))
                }
            }
        }
        since1904 = listed.1
        for (index, sheet) in listed.0.enumerated() {
            let target = sheet.relation.flatMap { targets[$0] } ?? "worksheets/sheet\(index + 1).xml"
            let part = target.hasPrefix("/") ? String(target.dropFirst()) : Self.normal(folder + target)
            if archive.has(part) { sheets.append(Sheet(name: sheet.name, part: part, isHidden: sheet.isHidden)) }
        }
        guard !sheets.isEmpty else { throw .malformed(file: file, part: main) }
    }

    /// Runs a reading of one part and turns its problems into refusals.
    func scan<Result>(
        _ part: String, _ bytes: FileBytes,
        _ body: (inout XMLScanner) throws(XMLScanner.Problem) -> Result
    ) throws(SheetRefusal) -> Result {
        var scanner = XMLScanner(bytes.bytes)
        do throws(XMLScanner.Problem) {
            return try body(&scanner)
        } catch {
            switch error {
            case .documentType: throw .documentType(file: file, part: part)
            case .malformed: throw .malformed(file: file, part: part)
            }
        }
    }

    /// The sheets to try, in order: the one asked for, or the visible ones.
    func candidates(_ name: String?) throws(SheetRefusal) -> [Sheet] {
        guard let name else {
            let visible = sheets.filter { !$0.isHidden }
            return visible.isEmpty ? sheets : visible
        }
        guard let sheet = sheets.first(where: { $0.name == name }) else {
            throw .unknownSheet(file: file, sheet: name, known: sheets.map(\.name))
        }
        return [sheet]
    }

    private func mainPart() throws(SheetRefusal) -> String {
        guard let bytes = try archive.part("_rels/.rels") else { return "xl/workbook.xml" }
        let target = try scan("_rels/.rels", bytes) { scanner throws(XMLScanner.Problem) -> String? in
            while true {
                let event = try scanner.next()
                if event == .end { return nil }
                if case .open = event, scanner.isNamed("Relationship"),
                    try scanner.attribute("Type")?.hasSuffix("/officeDocument") == true
                {
                    return try scanner.attribute("Target")
                }
            }
        }
        guard let target else { return "xl/workbook.xml" }
        return Self.normal(target.hasPrefix("/") ? String(target.dropFirst()) : target)
    }

    private func relations(of part: String) throws(SheetRefusal) -> [String: String] {
        let name = part.split(separator: "/").last.map(String.init) ?? part
        let path = Self.folder(part) + "_rels/" + name + ".rels"
        guard let bytes = try archive.part(path) else { return [:] }
        return try scan(path, bytes) { scanner throws(XMLScanner.Problem) in
            var targets: [String: String] = [:]
            while true {
                let event = try scanner.next()
                if event == .end { return targets }
                if case .open = event, scanner.isNamed("Relationship"), let id = try scanner.attribute("Id"),
                    let target = try scanner.attribute("Target")
                {
                    targets[id] = target
                }
            }
        }
    }

    private static func folder(_ part: String) -> String {
        part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
    }

    /// "xl/../a.xml" is "a.xml".
    private static func normal(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    /// Where a sheet's shared strings and styles stand: beside the sheets' folder.
    func shared(_ name: String, of sheet: Sheet) -> String {
        let base = sheet.part.split(separator: "/").dropLast(2).joined(separator: "/")
        return base.isEmpty ? name : base + "/" + name
    }
}
