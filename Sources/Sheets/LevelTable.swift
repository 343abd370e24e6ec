/// Distinct byte strings numbered in the order they are first met. Open addressing over raw memory: one look-up per
/// text cell of a file, without reference counting. Call ``free()`` when done.
struct LevelTable {
    private struct Entry {
        var start: UnsafePointer<UInt8>
        var count: Int
        var hash: UInt64
    }

    private var slots: UnsafeMutablePointer<Int32>
    private var mask: Int
    private var entries: UnsafeMutablePointer<Entry>
    private var room = 64
    private(set) var count = 0
    /// Copies of strings whose source does not stay (unescaped quotes).
    private var copies: [UnsafeMutablePointer<UInt8>] = []

    init() {
        slots = .allocate(capacity: 128)
        slots.initialize(repeating: -1, count: 128)
        mask = 127
        entries = .allocate(capacity: room)
    }

    func free() {
        slots.deallocate()
        entries.deallocate()
        for copy in copies { copy.deallocate() }
    }

    subscript(level: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: entries[level].start, count: entries[level].count)
    }

    /// The number of the string, new or old. `stays`: the bytes outlive the table; otherwise they are copied.
    @inline(__always)
    mutating func code(_ start: UnsafePointer<UInt8>, _ length: Int, stays: Bool) -> Int32 {
        let hash = Self.hash(start, length)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let code = slots[slot]
            if code < 0 { return insert(start, length, hash, slot, stays) }
            let entry = entries + Int(code)
            if entry.pointee.hash == hash, entry.pointee.count == length,
                Self.same(entry.pointee.start, start, length)
            {
                return code
            }
            slot = (slot + 1) & mask
        }
    }

    @inline(never)
    private mutating func insert(
        _ start: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt64, _ slot: Int, _ stays: Bool
    ) -> Int32 {
        var kept = start
        if !stays {
            let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(length, 1))
            copy.update(from: start, count: length)
            copies.append(copy)
            kept = UnsafePointer(copy)
        }
        if count == room {
            let larger = UnsafeMutablePointer<Entry>.allocate(capacity: room * 2)
            larger.update(from: entries, count: count)
            entries.deallocate()
            entries = larger
            room *= 2
        }
        entries[count] = Entry(start: kept, count: length, hash: hash)
        slots[slot] = Int32(count)
        count += 1
        if count * 2 > mask { rehash() }
        return Int32(count - 1)
    }

    private mutating func rehash() {
        slots.deallocate()
        mask = mask * 2 + 1
        slots = .allocate(capacity: mask + 1)
        slots.initialize(repeating: -1, count: mask + 1)
        for code in 0..<count {
            var slot = Int(truncatingIfNeeded: entries[code].hash) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(code)
        }
    }

    @inline(__always)
    private static func same(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        for index in 0..<length where left[index] != right[index] { return false }
        return true
    }

    /// FNV-1a folded eight bytes at a time, with a final mix. Only spreads the slots; equality is checked on bytes.
    @inline(__always)
    private static func hash(_ start: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(truncatingIfNeeded: length)
        var index = 0
        while index + 8 <= length {
            let word = UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self)
            hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
            index += 8
        }
        while index < length {
            hash = (hash ^ UInt64(start[index])) &* 0x0000_0100_0000_01B3
            index += 1
        }
        hash = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
        return hash ^ hash >> 29
    }
}
