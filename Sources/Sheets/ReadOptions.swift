/// What the caller knows better than the detection, and how much a file may ask of the machine.
public struct ReadOptions: Sendable {
    /// Nil: detected from the bytes.
    public var encoding: TextEncoding?
    /// Nil: detected among comma, semicolon, tab and bar.
    public var delimiter: Character?
    /// 1-based line (CSV) or row (XLSX) of the header; nil: found.
    public var headerLine: Int?
    /// Cells listed by position in ``TableColumn/unreadable``; all of them are counted.
    public var unreadableListed = 20
    /// Columns a sheet may have; Excel's own limit.
    public var maximumColumns = 16_384
    /// Bytes a compressed file may unfold to.
    public var maximumUnpackedBytes = 4 << 30
    /// Unfolded bytes per stored byte, looked at beyond ``ratioFreeBytes``.
    public var maximumRatio = 250
    /// Unfolded bytes that are never suspicious: small repetitive files compress without bound.
    public var ratioFreeBytes = 64 << 20
    /// Files inside an XLSX.
    public var maximumEntries = 10_000
    /// Bytes handled as one piece of parallel work. The result does not depend on it.
    var blockBytes = 2 << 20

    public init() {}
}
