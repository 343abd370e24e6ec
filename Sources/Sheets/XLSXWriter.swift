import CXLSXWriter

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Writes an XLSX workbook sheet by sheet, row by row, in constant memory (libxlsxwriter keeps rows on disk).
///
/// Strings are written as strings: nothing becomes a formula or a link.
public struct XLSXWriter: ~Copyable {
    public enum Cell: Sendable, Hashable {
        case missing
        case text(String)
        /// NaN and infinity are missing: Excel has neither.
        case number(Double)
        /// 0.125 shows as 12.5%.
        case percentage(Double)
        /// Days since 1970-01-01.
        case day(Double)
        case yesNo(Bool)
        /// Text on a warning colour, with a comment for who points at the cell.
        case flagged(String, comment: String? = nil)
    }

    public struct Column: Sendable, Hashable {
        public var name: String
        /// In characters of the standard font.
        public var width: Double

        public init(_ name: String, width: Double = 12) {
            self.name = name
            self.width = width
        }
    }

    private let file: String
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let header: UnsafeMutablePointer<lxw_format>?
    private let percentage: UnsafeMutablePointer<lxw_format>?
    private let day: UnsafeMutablePointer<lxw_format>?
    private let flag: UnsafeMutablePointer<lxw_format>?
    private var sheet: UnsafeMutablePointer<lxw_worksheet>?
    private var sheetName = ""
    private var names = Set<String>()
    private var row: UInt32 = 0
    private var isOpen = true

    private static let maximumText = 32_767

    /// The file appears on ``close()``; that it can be written is tried at once.
    public init(path: String) throws(SheetRefusal) {
        file = FileBytes.fileName(path)
        guard let probe = fopen(path, "wb") else {
            throw .unwritableFile(file: file, reason: String(cString: strerror(errno)))
        }
        fclose(probe)
        var options = lxw_workbook_options()
        options.constant_memory = 1
        options.use_zip64 = 1
        guard let workbook = workbook_new_opt(path, &options) else {
            throw .unwritableFile(file: file, reason: String(cString: strerror(ENOMEM)))
        }
        self.workbook = workbook
        header = workbook_add_format(workbook)
        format_set_bold(header)
        format_set_bg_color(header, 0xE8EEF4)
        format_set_bottom(header, UInt8(LXW_BORDER_THIN.rawValue))
        percentage = workbook_add_format(workbook)
        format_set_num_format(percentage, "0.0%")
        day = workbook_add_format(workbook)
        format_set_num_format(day, "yyyy-mm-dd")
        flag = workbook_add_format(workbook)
        format_set_bg_color(flag, 0xFFC7CE)
        format_set_font_color(flag, 0x9C0006)
    }

    deinit { if isOpen { workbook_close(workbook) } }

    /// Begins a sheet with a bold header that stays in view. Rows written from here on belong to it.
    public mutating func beginSheet(_ name: String, columns: [Column]) throws(SheetRefusal) {
        sheetName = uniqueName(name)
        guard let sheet = workbook_add_worksheet(workbook, sheetName) else {
            throw .unwritableFile(file: file, reason: sheetName)
        }
        self.sheet = sheet
        for (index, column) in columns.enumerated() {
            worksheet_set_column(sheet, UInt16(index), UInt16(index), column.width, nil)
        }
        row = 0
        worksheet_freeze_panes(sheet, 1, 0)
        for (index, column) in columns.enumerated() { try write(column.name, index, header) }
        row = 1
    }

    public mutating func row(_ cells: [Cell]) throws(SheetRefusal) {
        guard let sheet else { return }
        guard row < 1_048_576 else { throw .tooManyRows(sheet: sheetName, limit: 1_048_576) }
        for (index, cell) in cells.enumerated() {
            let column = UInt16(index)
            switch cell {
            case .text(let text): try write(text, index, nil)
            case .number(let value) where value.isFinite: worksheet_write_number(sheet, row, column, value, nil)
            case .percentage(let value) where value.isFinite:
                worksheet_write_number(sheet, row, column, value, percentage)
            case .day(let value) where value > -25_508:
                worksheet_write_number(sheet, row, column, value + 25_569, day)
            // Excel's calendar begins in 1900; an earlier day is kept as text.
            case .day(let value) where value.isFinite: try write(CivilDay.text(value), index, nil)
            case .flagged(let text, let comment):
                if text.isEmpty { worksheet_write_blank(sheet, row, column, flag) }
                try write(text, index, flag)
                if let comment { worksheet_write_comment(sheet, row, column, comment) }
            case .yesNo(let value): worksheet_write_boolean(sheet, row, column, value ? 1 : 0, nil)
            case .missing, .number, .percentage, .day: break
            }
        }
        row += 1
    }

    /// Writes the workbook to its path.
    public consuming func close() throws(SheetRefusal) {
        isOpen = false
        let status = workbook_close(workbook)
        guard status == LXW_NO_ERROR else {
            throw .unwritableFile(file: file, reason: lxw_strerror(status).map { String(cString: $0) } ?? "")
        }
    }

    private func write(_ text: String, _ column: Int, _ format: UnsafeMutablePointer<lxw_format>?) throws(SheetRefusal)
    {
        if text.isEmpty { return }
        let clean = text.unicodeScalars.contains("\0") ? text.replacing("\0", with: "") : text
        guard clean.utf16.count <= Self.maximumText else {
            throw .textTooLong(sheet: sheetName, row: Int(row) + 1, column: column + 1, limit: Self.maximumText)
        }
        worksheet_write_string(sheet, row, UInt16(column), clean, format)
    }

    /// At most 31 characters, none of []:*?/\, no apostrophe at the ends, different from the others in any case.
    private mutating func uniqueName(_ wanted: String) -> String {
        var clean = wanted.map { "[]:*?/\\".contains($0) ? " " : String($0) }.joined()
        while clean.first == "'" { clean.removeFirst() }
        while clean.utf16.count > 27 || clean.last == "'" { clean.removeLast() }
        if clean.isEmpty { clean = "Sheet" }
        var name = clean
        var number = 2
        while !names.insert(name.lowercased()).inserted {
            name = "\(clean) \(number)"
            number += 1
        }
        return name
    }
}
