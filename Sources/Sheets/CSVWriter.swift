#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Writes a CSV file record by record: RFC 4180 quoting, CRLF or LF, through one large buffer.
///
/// ```swift
/// var writer = try CSVWriter(path: "out.csv")
/// try writer.record(["row", "prediction"])
/// writer.field(7); writer.field(0.25)
/// try writer.endRecord()
/// try writer.close()
/// ```
public struct CSVWriter: ~Copyable {
    public struct Options: Sendable {
        /// UTF-8 byte-order mark, so that Excel shows Chinese at once.
        public var byteOrderMark = false
        public var delimiter: Character = ","
        public var lineEnd = "\n"
        /// Puts an apostrophe before text that a spreadsheet would run as a formula (OWASP, CSV injection).
        public var formulaSafe = true

        public init() {}
    }

    private let file: String
    private let descriptor: Int32
    private let delimiter: UInt8
    private let lineEnd: [UInt8]
    private let formulaSafe: Bool
    private var buffer: [UInt8] = []
    private var isFirst = true
    private var isOpen = true

    private static let flushAt = 1 << 18

    /// Creates or replaces the file.
    public init(path: String, options: Options = .init()) throws(SheetRefusal) {
        file = FileBytes.fileName(path)
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        delimiter = options.delimiter.asciiValue ?? 0x2C
        lineEnd = Array(options.lineEnd.utf8)
        formulaSafe = options.formulaSafe
        buffer.reserveCapacity(Self.flushAt + 4096)
        if options.byteOrderMark { buffer += [0xEF, 0xBB, 0xBF] }
        guard descriptor >= 0 else {
            throw .unwritableFile(file: file, reason: String(cString: strerror(errno)))
        }
    }

    deinit { if isOpen, descriptor >= 0 { Self.closeFile(descriptor) } }

    public mutating func field(_ text: String) {
        separate()
        var text = text
        text.withUTF8 { bytes in
            let isFormula =
                formulaSafe && bytes.first.map { [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains($0) } ?? false
            let needsQuotes =
                bytes.contains { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
                || bytes.first == 0x20 || bytes.last == 0x20
            if !needsQuotes {
                if isFormula { buffer.append(0x27) }
                buffer.append(contentsOf: bytes)
                return
            }
            buffer.append(0x22)
            if isFormula { buffer.append(0x27) }
            for byte in bytes {
                if byte == 0x22 { buffer.append(0x22) }
                buffer.append(byte)
            }
            buffer.append(0x22)
        }
    }

    public mutating func field(_ value: Int) {
        separate()
        var digits: UInt64 = UInt64(value.magnitude)
        if value < 0 { buffer.append(0x2D) }
        let start = buffer.count
        repeat {
            buffer.append(0x30 + UInt8(truncatingIfNeeded: digits % 10))
            digits /= 10
        } while digits > 0
        buffer[start...].reverse()
    }

    /// The shortest text that reads back as the same number; NaN is an empty cell.
    public mutating func field(_ value: Double) {
        if value == value.rounded(), abs(value) < 9_007_199_254_740_992 {
            field(Int(value))
            return
        }
        separate()
        if value.isNaN { return }
        var text = value.description
        text.withUTF8 { buffer.append(contentsOf: $0) }
    }

    /// A number already written out: digits, a sign, a point, a percent sign. Never taken for a formula.
    public mutating func field(number text: String) {
        separate()
        buffer.append(contentsOf: text.utf8)
    }

    /// An empty cell.
    public mutating func missing() { separate() }

    public mutating func endRecord() throws(SheetRefusal) {
        buffer.append(contentsOf: lineEnd)
        isFirst = true
        if buffer.count >= Self.flushAt { try flush() }
    }

    public mutating func record(_ cells: [String]) throws(SheetRefusal) {
        for cell in cells { field(cell) }
        try endRecord()
    }

    /// Writes what is buffered and closes the file. Without it the end of the file may be missing.
    public consuming func close() throws(SheetRefusal) {
        try flush()
        isOpen = false
        guard Self.closeFile(descriptor) == 0 else {
            throw .unwritableFile(file: file, reason: String(cString: strerror(errno)))
        }
    }

    private mutating func separate() {
        if !isFirst { buffer.append(delimiter) }
        isFirst = false
    }

    private mutating func flush() throws(SheetRefusal) {
        var written = 0
        while written < buffer.count {
            let count = buffer.withUnsafeBytes { bytes in
                bytes.baseAddress.map { write(descriptor, $0 + written, bytes.count - written) } ?? 0
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .unwritableFile(file: file, reason: String(cString: strerror(errno))) }
            written += count
        }
        buffer.removeAll(keepingCapacity: true)
    }

    @discardableResult
    private static func closeFile(_ descriptor: Int32) -> Int32 {
        #if canImport(Glibc)
            Glibc.close(descriptor)
        #else
            Darwin.close(descriptor)
        #endif
    }
}
