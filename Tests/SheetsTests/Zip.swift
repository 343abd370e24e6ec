import CZip
import CZlib
import Foundation
import Testing

/// Archives put together part by part.
enum Zip {
    /// Deflated, and encrypted where a password is given.
    static func write(_ parts: [(name: String, text: String)], to path: String, password: String? = nil) throws {
        let archive = try #require(zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, nil))
        var kept: [UnsafeMutableBufferPointer<UInt8>] = []
        for part in parts {
            let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: part.text.utf8.count)
            _ = copy.initialize(from: part.text.utf8)
            kept.append(copy)
            let source = try #require(zip_source_buffer(archive, copy.baseAddress, UInt64(copy.count), 0))
            let index = zip_file_add(archive, part.name, source, 0)
            if let password {
                zip_file_set_encryption(archive, UInt64(index), UInt16(ZIP_EM_TRAD_PKWARE), password)
            }
        }
        #expect(zip_close(archive) == 0)
        for copy in kept { copy.deallocate() }
    }

    /// Uncompressed, in memory (APPNOTE.TXT 4.3): quick to make, and the checksums fit whatever the parts hold.
    static func stored(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for (name, bytes) in parts {
            let sum = UInt32(truncatingIfNeeded: crc32(0, bytes, UInt32(bytes.count)))
            // Version 2.0, no flags, stored, 1980-01-01.
            var facts = little(20, 2) + little(0, 6) + little(0x21, 2) + little(Int(sum), 4)
            facts += little(bytes.count, 4) + little(bytes.count, 4) + little(name.utf8.count, 2) + little(0, 2)
            directory += little(0x0201_4B50, 4) + little(20, 2) + facts + little(0, 10) + little(file.count, 4)
            directory += Array(name.utf8)
            file += little(0x0403_4B50, 4) + facts + Array(name.utf8) + bytes
        }
        var end = little(0x0605_4B50, 4) + little(0, 4) + little(parts.count, 2) + little(parts.count, 2)
        end += little(directory.count, 4) + little(file.count, 4) + little(0, 2)
        return file + directory + end
    }

    private static func little(_ value: Int, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
}

/// One member of a gzip file.
enum Gzip {
    static func packed(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        deflateInit2_(
            &stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 64)
        input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                #expect(deflate(&stream, Z_FINISH) == Z_STREAM_END)
            }
        }
        return Array(output.prefix(Int(stream.total_out)))
    }
}
