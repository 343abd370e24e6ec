import Foundation
import Kernel
import Sheets

/// A sheet of the open data set as people send it round: in an encoding or as a workbook, whole or with known faults.
struct OpenSheet {
    enum Form: String, CaseIterable {
        case plain, mark, gb18030, workbook

        var ending: String { self == .workbook ? "xlsx" : "csv" }
    }

    /// A cell made wrong.
    struct Fault {
        /// As the spreadsheet shows it: the header is row 1.
        let row: Int
        let column: String
        let cell: String
    }

    private(set) var heading: [String] = []
    private(set) var rows: [[String]] = []

    /// Large sheets are read once.
    static let staff = Result { try OpenSheet("messy_staff_zh.csv") }
    static let payroll = Result { try OpenSheet("messy_payroll_zh.csv") }

    /// Reads the file in whatever encoding it is.
    init(_ name: String) throws {
        var records: [[String]] = []
        try SheetReader.records(at: OpenData.path(name)) { record in
            records.append(record.cells.map { String($0) })
            return true
        }
        heading = records.first ?? []
        rows = Array(records.dropFirst())
    }

    /// The rows at its head.
    func top(_ count: Int) -> OpenSheet {
        var sheet = self
        sheet.rows = Array(rows.prefix(count))
        return sheet
    }

    /// The rows whose cell in a column is one of these.
    func rows(where column: String, isOneOf values: Set<String>) -> OpenSheet {
        var sheet = self
        guard let place = heading.firstIndex(of: column) else { return sheet }
        sheet.rows = rows.filter { values.contains($0[place]) }
        return sheet
    }

    func cells(of column: String) -> [String] {
        guard let place = heading.firstIndex(of: column) else { return [] }
        return rows.map { $0[place] }
    }

    func with(_ faults: [Fault]) -> OpenSheet {
        var sheet = self
        for fault in faults {
            guard let place = heading.firstIndex(of: fault.column), rows.indices.contains(fault.row - 2) else {
                continue
            }
            sheet.rows[fault.row - 2][place] = fault.cell
        }
        return sheet
    }

    /// With a further column at the end.
    func adding(_ name: String, _ cell: ([String: String]) -> String) -> OpenSheet {
        var sheet = self
        sheet.heading.append(name)
        for place in rows.indices {
            let named = Dictionary(zip(heading, rows[place])) { first, _ in first }
            sheet.rows[place].append(cell(named))
        }
        return sheet
    }

    func write(_ form: Form, to path: String) throws {
        guard form == .workbook else {
            let lines = ([heading] + rows).map { $0.map(Self.quoted).joined(separator: ",") }
            let text = Data((lines.joined(separator: "\n") + "\n").utf8)
            switch form {
            case .mark: try (Data([0xEF, 0xBB, 0xBF]) + text).write(to: URL(filePath: path))
            case .gb18030: try Self.converted(text, to: path)
            default: try text.write(to: URL(filePath: path))
            }
            return
        }
        var writer = try XLSXWriter(path: path)
        try writer.beginSheet("Sheet1", columns: heading.map { XLSXWriter.Column($0) })
        for row in rows { try writer.row(row.map(Self.cell)) }
        try writer.close()
    }

    /// As a spreadsheet keeps it: numbers as numbers and days as days.
    private static func cell(_ text: String) -> XLSXWriter.Cell {
        if text.isEmpty { return .missing }
        if let number = Double(text), number.isFinite { return .number(number) }
        if let day = Day(iso: text) { return .day(Double(day.number)) }
        return .text(text)
    }

    private static func quoted(_ cell: String) -> String {
        cell.contains { ",\"\n\r".contains($0) } ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }

    private struct NotConverted: Error { let status: Int32 }

    private static func converted(_ text: Data, to path: String) throws {
        let plain = path + ".utf8"
        try text.write(to: URL(filePath: plain))
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["iconv", "-f", "UTF-8", "-t", "GB18030", "-o", path, plain]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw NotConverted(status: process.terminationStatus) }
        try FileManager.default.removeItem(atPath: plain)
    }
}
