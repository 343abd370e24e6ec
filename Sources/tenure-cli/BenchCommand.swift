import ArgumentParser
import Forecast
import Foundation
import Sheets

struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Time the parts of the program on this machine.",
        subcommands: [
            ForecastBench.self, ImportBench.self, FactsBench.self, NightBench.self, ScoresBench.self,
        ])
}

/// The way of a sheet through the learning library, each part timed; `Benchmarks/speed.py` sets the same parts in Python beside it.
struct ForecastBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast", abstract: "Read, infer, frame, train, score, explain and write one sheet.")

    @Argument(help: "A CSV file.") var file: String
    @Option(help: "Outcome column of 0 and 1.") var target: String
    @Option(help: "Boosting rounds.") var rounds = 100
    @Option(help: "Depth of the trees.") var depth = 6
    @Option(help: "Cores XGBoost may use.") var threads = 2
    @Option(help: "Rows explained by XGBoost itself for comparison.") var explained = 20_000
    @Option(help: "Where predictions are written.") var predictions: String
    @Option(help: "Where the XGBoost model is written.") var model: String

    func run() throws {
        var clock = PhaseClock()
        let table = try SheetReader.table(at: file)
        clock.lap("read_infer")
        let (frame, _) = Frame.reading(table, excluding: [target])
        guard case .number(let outcome)? = table[target]?.values else {
            throw ValidationError("No numbers in \(target).")
        }
        let columns = frame.columns.map(\.asFeature)
        var matrix = DenseMatrix(rowCount: frame.rowCount, columnCount: columns.count)
        matrix.fill(columns)
        let labels = outcome.map(Float.init)
        let categorical = frame.columns.map { !$0.isNumeric }
        let prepared = try DMatrix(matrix, labels: labels, categorical: categorical, threads: threads)
        clock.lap("frame")
        let parameters = [
            "objective": "binary:logistic", "tree_method": "hist", "max_depth": String(depth), "eta": "0.1",
            "max_bin": "256", "nthread": String(threads), "seed": "1",
        ]
        let booster = try Booster.train(on: prepared, parameters: parameters, rounds: rounds).booster
        clock.lap("train")
        let bytes = try booster.json()
        try bytes.write(to: URL(fileURLWithPath: model))
        let ensemble = try TreeEnsemble(json: bytes)
        clock.lap("model")
        let margins = ensemble.margins(columns, rows: .first(frame.rowCount))
        clock.lap("score")
        var writer = try CSVWriter(path: predictions)
        try writer.record(["row", "prediction"])
        for (row, margin) in margins.enumerated() {
            writer.field(row)
            writer.field(probability(ofLogOdds: margin))
            try writer.endRecord()
        }
        try writer.close()
        clock.lap("write")
        let peak = PhaseClock.peakMegabytes
        let parts = ensemble.contributions(columns, rows: .first(frame.rowCount))
        clock.lap("contributions")
        let (reference, seconds) = try own(booster, matrix, categorical)
        print(
            clock.json(adding: [
                "rows": Double(frame.rowCount), "columns": Double(columns.count), "peak_mb": peak,
                "xgboost_contributions_rows": Double(min(explained, frame.rowCount)), "xgboost_contributions": seconds,
                "largest_difference": Self.difference(parts, reference, width: columns.count),
            ]))
    }

    /// XGBoost's own contributions of the first rows.
    private func own(_ booster: Booster, _ matrix: DenseMatrix, _ categorical: [Bool]) throws -> ([Float], Double) {
        let rows = min(explained, matrix.rowCount)
        let first = DenseMatrix(
            rowCount: rows, columnCount: matrix.columnCount,
            values: Array(matrix.values.prefix(rows * matrix.columnCount)))
        let prepared = try DMatrix(first, categorical: categorical, threads: threads)
        let started = ContinuousClock.now
        let parts = try booster.contributions(prepared)
        return (parts, (ContinuousClock.now - started).seconds)
    }

    private static func difference(_ ours: [Double], _ reference: [Float], width: Int) -> Double {
        var largest = 0.0
        for row in 0..<reference.count / (width + 1) {
            for column in 0..<width {
                largest = max(largest, abs(ours[row * width + column] - Double(reference[row * (width + 1) + column])))
            }
        }
        return largest
    }
}

struct PhaseClock {
    private var last = ContinuousClock.now
    private var phases: [String: Double] = [:]

    mutating func lap(_ name: String) {
        let now = ContinuousClock.now
        phases[name] = (now - last).seconds
        last = now
    }

    func json(adding figures: [String: Double]) -> String {
        let all = phases.merging(figures) { _, new in new }
        return "{" + all.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ") + "}"
    }

    /// Largest resident size of the process so far.
    static var peakMegabytes: Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        return (Double(line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first ?? "0") ?? 0) / 1024
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}

extension Column {
    fileprivate var asFeature: FeatureColumn {
        switch values {
        case .numeric(let numbers): .doubles(numbers)
        case .categorical(let codes, _): .codes(codes)
        }
    }
}
