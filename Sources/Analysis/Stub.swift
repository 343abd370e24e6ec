import Forecast
import Kernel
import Sheets
extension Frame {
    static func reading(_ table: Table, excluding: Set<String>) -> (Frame, [String: ColumnKind]) { (Frame(rowCount: 0, columns: []), [:]) }
}
extension Table {
    func frame() -> (Frame, [String: ColumnKind]) { Frame.reading(self, excluding: []) }
    init(columns: [TableColumn], rowCount: Int) { fatalError() }
}
struct CSVWriter { init(path: String) throws {}; mutating func writeHeader(_ n: [String]) throws {}; mutating func write(_ i: Int) throws {}; mutating func write(_ i: Double) throws {}; mutating func endRow() throws {}; mutating func close() throws {} }
struct EffectAnalysis { let request: AnalysisRequest; let table: Table; let fileName: String; let observer: AnalysisObserver; func run() throws -> AnalysisResult { fatalError() } }
struct FairnessTable { var notes: [FairnessNote] = []; init(_ r: AnalysisRequest, table: Table, judged: JudgedPredictions, outcome: [Double]) throws {} }
