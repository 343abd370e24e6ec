import Forecast
import Kernel
import Sheets
struct EffectAnalysis { let request: AnalysisRequest; let table: Table; let fileName: String; let observer: AnalysisObserver; func run() throws -> AnalysisResult { fatalError() } }
struct FairnessTable { var notes: [FairnessNote] = []; init(_ r: AnalysisRequest, table: Table, judged: JudgedPredictions, outcome: [Double]) throws {} }
