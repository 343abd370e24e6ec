import Forecast
import Foundation
import Sheets

@testable import Analysis

/// A staff list with known effects, as the text of a file: mentor rating and training completion matter, the rest does not.
struct PlantedSheet {
    var header = ["工号", "入职日", "部门", "性别", "导师评分", "培训完成率", "通勤", "离职"]
    var records: [[String]]

    /// - Parameter effect: how strongly the planted facts tell; 0 = nothing can be told.
    init(rows: Int = 300, seed: UInt64 = 1, effect: Double = 1) {
        var random = SeededRandom(seed: seed)
        records = (0..<rows).map { row in
            let rating = (40 + random.unit() * 60).rounded() / 10
            let training = (30 + random.unit() * 70).rounded()
            let commute = (10 + random.unit() * 80).rounded()
            let department = ["销售", "客服", "研发", "行政"][Int(random.unit() * 4)]
            let sex = random.unit() < 0.5 ? "男" : "女"
            let risk = effect * ((7 - rating) * 0.9 + (65 - training) * 0.05) - 0.6
            let left = random.unit() < 1 / (1 + exp(-risk))
            // A new row every day: the order of the file is the order in time.
            let day = "\(2022 + row / 336)-\(Self.two(row / 28 % 12 + 1))-\(Self.two(row % 28 + 1))"
            return [
                "T\(1000 + row)", day, department, sex, String(rating), String(Int(training)), String(Int(commute)),
                left ? "是" : "否",
            ]
        }
    }

    private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }

    subscript(row: Int, column: String) -> String {
        get { records[row][header.firstIndex(of: column)!] }
        set { records[row][header.firstIndex(of: column)!] = newValue }
    }

    mutating func add(_ column: String, _ value: (PlantedSheet, Int) -> String) {
        let cells = records.indices.map { value(self, $0) }
        header.append(column)
        for row in records.indices { records[row].append(cells[row]) }
    }

    mutating func remove(_ column: String) {
        let position = header.firstIndex(of: column)!
        header.remove(at: position)
        for row in records.indices { records[row].remove(at: position) }
    }

    mutating func rename(_ column: String, to name: String) { header[header.firstIndex(of: column)!] = name }

    func left(_ row: Int) -> Bool { self[row, "离职"] == "是" }

    var text: String { ([header] + records).map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n" }

    /// The sheet written to a file and read back as any sheet is.
    func table() throws -> Table {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(text.utf8).write(to: file)
        return try SheetReader.table(at: file.path)
    }

    func analysed(_ change: (inout AnalysisRequest) -> Void = { _ in }) throws -> AnalysisResult {
        try Analysis.run(.quick(change), on: table(), fileName: "staff.csv")
    }
}

extension AnalysisRequest {
    /// Small enough for a test: one repeat of three folds, and the quickest model unless another is asked for.
    static func quick(_ change: (inout AnalysisRequest) -> Void = { _ in }) -> AnalysisRequest {
        var request = AnalysisRequest()
        request.approach = .logistic
        request.folds = 3
        request.repeats = 1
        change(&request)
        return request
    }
}

extension AnalysisResult {
    /// Held-out predictions of one repeat by row.
    func byRow(repetition: Int = 0) -> [Int: Double] {
        Dictionary(
            uniqueKeysWithValues: predictions.filter { $0.repetition == repetition }.map { ($0.row, $0.prediction) })
    }

    func note(on column: String) -> HygieneNote? { document.hygiene.first { $0.column == column } }
}
