import CZip

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The parts of an XLSX file, unpacked one at a time within the limits of ``ReadOptions``.
final class ZipArchive {
    private let raw: FileBytes
    private let archive: OpaquePointer
    private let file: String
    private let options: ReadOptions
    /// Index by lower-case name: Excel itself does not tell "xl/Styles.xml" from "xl/styles.xml".
    private let indices: [String: UInt64]

    init(_ raw: FileBytes, file: String, options: ReadOptions) throws(SheetRefusal) {
        guard
            let source = zip_source_buffer_create(raw.bytes.baseAddress, UInt64(raw.bytes.count), 0, nil)
        else { throw .truncated(file: file) }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
            zip_source_free(source)
            throw .truncated(file: file)
        }
        do throws(SheetRefusal) {
            indices = try Self.index(archive, raw.bytes.count, file, options)
        } catch {
            zip_discard(archive)
            throw error
        }
        self.raw = raw
        self.archive = archive
        self.file = file
        self.options = options
    }

    deinit { zip_discard(archive) }

    private static func index(
        _ archive: OpaquePointer, _ storedBytes: Int, _ file: String, _ options: ReadOptions
    ) throws(SheetRefusal) -> [String: UInt64] {
        let count = zip_get_num_entries(archive, 0)
        guard count <= options.maximumEntries else {
            throw .tooLargeUnpacked(file: file, limit: options.maximumUnpackedBytes)
        }
        var indices: [String: UInt64] = [:]
        var total: UInt64 = 0
        for index in 0..<UInt64(max(count, 0)) {
            var entry = zip_stat_t()
            guard zip_stat_index(archive, index, 0, &entry) == 0, let name = entry.name else {
                throw .truncated(file: file)
            }
            if entry.encryption_method != 0 { throw .passwordProtected(file: file) }
            let (sum, overflows) = total.addingReportingOverflow(entry.size)
            if overflows || sum > UInt64(options.maximumUnpackedBytes)
                || sum > UInt64(options.ratioFreeBytes)
                    && sum / UInt64(max(storedBytes, 1)) > UInt64(options.maximumRatio)
            {
                throw .tooLargeUnpacked(file: file, limit: options.maximumUnpackedBytes)
            }
            total = sum
            indices[String(cString: name).lowercased()] = index
        }
        return indices
    }

    func has(_ name: String) -> Bool { indices[name.lowercased()] != nil }

    /// The whole part; nil when the archive has none of that name.
    func part(_ name: String) throws(SheetRefusal) -> FileBytes? {
        guard let index = indices[name.lowercased()] else { return nil }
        var entry = zip_stat_t()
        guard zip_stat_index(archive, index, 0, &entry) == 0, let handle = zip_fopen_index(archive, index, 0) else {
            throw .malformed(file: file, part: name)
        }
        defer { zip_fclose(handle) }
        // The directory's size is a claim; what is read beyond it is refused.
        let size = Int(entry.size)
        guard let memory = malloc(size + 1)?.assumingMemoryBound(to: UInt8.self) else {
            throw .tooLargeUnpacked(file: file, limit: size)
        }
        var filled = 0
        while true {
            let read = zip_fread(handle, memory + filled, UInt64(size + 1 - filled))
            if read > 0 { filled += Int(read) }
            if read < 0 || filled > size {
                free(memory)
                throw .malformed(file: file, part: name)
            }
            if read == 0 { break }
        }
        guard filled == size else {
            free(memory)
            throw .malformed(file: file, part: name)
        }
        return FileBytes(owning: memory, count: filled)
    }
}
