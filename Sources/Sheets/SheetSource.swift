/// A file after its first bytes have been looked at.
enum SheetSource {
    case text(LoadedText, file: String)
    case workbook(Workbook)

    static func open(_ path: String, _ options: ReadOptions) throws(SheetRefusal) -> SheetSource {
        try of(FileBytes.map(path: path), file: FileBytes.fileName(path), options: options)
    }

    static func of(_ bytes: FileBytes, file: String, options: ReadOptions) throws(SheetRefusal) -> SheetSource {
        var raw = bytes
        if raw.bytes.isEmpty { throw .emptyFile(file: file) }
        if raw.bytes.starts(with: [0x1F, 0x8B]) {
            raw = try Gunzip.unpack(raw, file: file, options: options)
            if raw.bytes.isEmpty { throw .emptyFile(file: file) }
        }
        if raw.bytes.starts(with: [0x50, 0x4B]), raw.bytes.count < 4 || raw.bytes[2] < 0x09 {
            return .workbook(try Workbook(raw, file: file, options: options))
        }
        if let found = foreign(raw.bytes) {
            if found == .oldExcel, isEncrypted(raw.bytes) { throw .passwordProtected(file: file) }
            throw .notASpreadsheet(file: file, found: found)
        }
        let text = try LoadedText(raw, file: file, options: options)
        if let found = markup(text.bytes) { throw .notASpreadsheet(file: file, found: found) }
        return .text(text, file: file)
    }

    func table(
        _ options: ReadOptions, sheet: String? = nil, progress: ((Double) -> Void)? = nil
    ) throws(SheetRefusal) -> Table {
        switch self {
        case .text(let text, let file):
            try CSVTable(text: text, file: file, options: options, progress: progress).table()
        case .workbook(let workbook):
            try workbook.table(sheet: sheet, options: options, progress: progress)
        }
    }

    private static func foreign(_ bytes: UnsafeBufferPointer<UInt8>) -> SheetRefusal.FoundFormat? {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .oldExcel }
        if bytes.starts(with: Array("%PDF".utf8)) { return .pdf }
        return nil
    }

    /// An encrypted workbook is an old-style container with a stream named "EncryptedPackage" (MS-OFFCRYPTO 1.3).
    private static func isEncrypted(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let name: [UInt8] = Array("EncryptedPackage".utf8).flatMap { (letter: UInt8) -> [UInt8] in [letter, 0] }
        var start = 0
        while start + name.count <= bytes.count {
            if bytes[start] == name[0], bytes[start..<start + name.count].elementsEqual(name) { return true }
            start += 1
        }
        return false
    }

    private static func markup(_ text: UnsafeBufferPointer<UInt8>) -> SheetRefusal.FoundFormat? {
        let head = String(decoding: text.prefix(512), as: UTF8.self).lowercased().drop { $0.isWhitespace }
        if head.hasPrefix("<!doctype html") || head.hasPrefix("<html") || head.hasPrefix("<table") { return .html }
        if head.hasPrefix("<?xml") { return head.contains("<html") ? .html : .xml }
        return head.hasPrefix("{\"") || head.hasPrefix("[{") || head.hasPrefix("{\n") ? .json : nil
    }
}
