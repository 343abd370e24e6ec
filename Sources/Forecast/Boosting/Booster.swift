import CXGBoost
import Foundation
import Kernel
import Synchronization

// The only file that knows XGBoost's C API (libxgboost 1.7).

private func check(_ status: Int32) throws {
    guard status == 0 else {
        // The first line says it; a stack trace of the library follows.
        let message = XGBGetLastError().map { String(cString: $0) } ?? ""
        throw ForecastRefusal.engine(message: String(message.prefix { $0 != "\n" }))
    }
}

/// Rows as XGBoost holds them, with their labels, weights and starting margins.
///
/// The binned form is built once and kept, so training several boosters on one matrix costs one binning.
public final class DMatrix: @unchecked Sendable {
    fileprivate let handle: DMatrixHandle
    public let rowCount: Int

    /// - Parameters:
    ///   - matrix: numbers; NaN = missing.
    ///   - labels, weights, baseMargin: one per row.
    ///   - categorical: which columns hold category codes (XGBoost's native categories); empty = none.
    ///   - threads: cores used for copying.
    public init(
        _ matrix: DenseMatrix, labels: [Float]? = nil, weights: [Float]? = nil, baseMargin: [Float]? = nil,
        categorical: [Bool] = [], threads: Int = 1
    ) throws {
        rowCount = matrix.rowCount
        var created: DMatrixHandle?
        try matrix.values.withUnsafeBufferPointer { buffer in
            try check(
                XGDMatrixCreateFromMat_omp(
                    buffer.baseAddress, bst_ulong(matrix.rowCount), bst_ulong(matrix.columnCount), .nan, &created,
                    Int32(threads)
                )
            )
        }
        guard let created else { throw ForecastRefusal.engine(message: "XGDMatrixCreateFromMat") }
        handle = created
        try set("label", labels)
        try set("weight", weights)
        try set("base_margin", baseMargin)
        if categorical.contains(true) { try set(types: categorical) }
    }

    deinit { XGDMatrixFree(handle) }

    /// Sets a per-row number: `label`, `weight`, `base_margin`, `label_lower_bound`, `label_upper_bound`.
    public func set(_ field: String, _ numbers: [Float]?) throws {
        guard let numbers else { return }
        try numbers.withUnsafeBufferPointer {
            try check(XGDMatrixSetFloatInfo(handle, field, $0.baseAddress, bst_ulong($0.count)))
        }
    }

    private func set(types categorical: [Bool]) throws {
        try "c".withCString { category in
            try "q".withCString { quantity in
                var types: [UnsafePointer<CChar>?] = categorical.map { $0 ? category : quantity }
                try check(XGDMatrixSetStrFeatureInfo(handle, "feature_type", &types, bst_ulong(types.count)))
            }
        }
    }
}

/// A boosted ensemble inside XGBoost.
///
/// Same rows, parameters and seed give the same bytes as long as `nthread` stays the same. Train a booster on the
/// thread that made it: XGBoost keeps running predictions per thread.
public final class Booster: @unchecked Sendable {
    private let handle: BoosterHandle
    /// XGBoost keeps results of the last call inside the booster.
    private let turn = Mutex(())

    /// An untrained booster.
    ///
    /// - Parameters:
    ///   - parameters: XGBoost's names, such as `objective`, `max_depth`, `eta`; silent and single-threaded unless
    ///     `verbosity` and `nthread` say otherwise.
    ///   - cache: matrices whose predictions are kept up to date round by round.
    public init(parameters: [String: String], cache: [DMatrix] = []) throws {
        var handles: [DMatrixHandle?] = cache.map(\.handle)
        var created: BoosterHandle?
        try check(XGBoosterCreate(&handles, bst_ulong(handles.count), &created))
        guard let created else { throw ForecastRefusal.engine(message: "XGBoosterCreate") }
        handle = created
        // XGBoost's random numbers belong to the thread; a seed per round makes them belong to the booster.
        let quiet = ["verbosity": "0", "nthread": "1", "seed_per_iteration": "1"]
        let all = quiet.merging(parameters) { _, given in given }
        for (name, value) in all.sorted(by: { $0.key < $1.key }) {
            try check(XGBoosterSetParam(handle, name, value))
        }
    }

    /// Of the XGBoost library this program runs with, such as `1.7.4`.
    public static var libraryVersion: String {
        var (major, minor, patch): (Int32, Int32, Int32) = (0, 0, 0)
        XGBoostVersion(&major, &minor, &patch)
        return "\(major).\(minor).\(patch)"
    }

    private init(adopting handle: BoosterHandle) { self.handle = handle }

    deinit { XGBoosterFree(handle) }

    /// Loads a model saved by ``json()``.
    public convenience init(json: Data, threads: Int = 1) throws {
        try self.init(parameters: ["nthread": String(threads)])
        try json.withUnsafeBytes {
            try check(XGBoosterLoadModelFromBuffer(handle, $0.baseAddress, bst_ulong($0.count)))
        }
    }

    /// The whole model in XGBoost's portable JSON.
    public func json() throws -> Data {
        try turn.withLock { _ in
            var count: bst_ulong = 0
            var bytes: UnsafePointer<CChar>?
            try check(XGBoosterSaveModelToBuffer(handle, #"{"format":"json"}"#, &count, &bytes))
            guard let bytes else { throw ForecastRefusal.engine(message: "XGBoosterSaveModelToBuffer") }
            return Data(bytes: bytes, count: Int(count))
        }
    }

    /// ``json()`` as text.
    public func text() throws -> String { String(decoding: try json(), as: UTF8.self) }

    /// One more round with the built-in objective.
    public func update(round: Int, on matrix: DMatrix) throws {
        try check(XGBoosterUpdateOneIter(handle, Int32(round), matrix.handle))
    }

    /// One more round with first and second derivatives given per row (an objective of our own).
    public func boost(on matrix: DMatrix, gradient: [Float], hessian: [Float]) throws {
        var (gradient, hessian) = (gradient, hessian)
        try check(XGBoosterBoostOneIter(handle, matrix.handle, &gradient, &hessian, bst_ulong(gradient.count)))
    }

    public func roundCount() throws -> Int {
        var count: Int32 = 0
        try check(XGBoosterBoostedRounds(handle, &count))
        return Int(count)
    }

    /// The first `rounds` rounds as a booster of its own.
    public func prefix(rounds: Int) throws -> Booster {
        var sliced: BoosterHandle?
        try check(XGBoosterSlice(handle, 0, Int32(rounds), 1, &sliced))
        guard let sliced else { throw ForecastRefusal.engine(message: "XGBoosterSlice") }
        return Booster(adopting: sliced)
    }

    /// Raw scores (log-odds for `binary:logistic`), one per row.
    public func margins(_ matrix: DMatrix) throws -> [Float] {
        try predict(matrix, type: 1)
    }

    /// XGBoost's own exact contributions: row-major, `rows × (columns + 1)`, the last one being the base.
    public func contributions(_ matrix: DMatrix) throws -> [Float] {
        try predict(matrix, type: 2)
    }

    private func predict(_ matrix: DMatrix, type: Int) throws -> [Float] {
        let request = """
            {"type":\(type),"training":false,"iteration_begin":0,"iteration_end":0,"strict_shape":false}
            """
        return try turn.withLock { _ in
            var shape: UnsafePointer<bst_ulong>?
            var dimensions: bst_ulong = 0
            var result: UnsafePointer<Float>?
            try check(XGBoosterPredictFromDMatrix(handle, matrix.handle, request, &shape, &dimensions, &result))
            guard let shape, let result else { return [] }
            let count = (0..<Int(dimensions)).reduce(1) { $0 * Int(shape[$1]) }
            return Array(UnsafeBufferPointer(start: result, count: count))
        }
    }
}

extension Booster {
    /// Trains up to `rounds` rounds; with `watching`, keeps the round with the least loss there and stops when
    /// `patience` rounds brought nothing better.
    ///
    /// - Parameter loss: from the margins of the watched rows; smaller is better.
    /// - Returns: the booster cut to its best round, and the loss there (NaN without `watching`).
    public static func train(
        on matrix: DMatrix, parameters: [String: String], rounds: Int, watching: DMatrix? = nil, patience: Int = 50,
        loss: ([Float]) -> Double = { _ in 0 }
    ) throws -> (booster: Booster, rounds: Int, loss: Double) {
        let booster = try Booster(parameters: parameters, cache: [matrix] + (watching.map { [$0] } ?? []))
        guard let watching else {
            for round in 0..<rounds { try booster.update(round: round, on: matrix) }
            return (booster, rounds, .nan)
        }
        var best = (round: 0, loss: Double.infinity)
        for round in 0..<rounds {
            try booster.update(round: round, on: matrix)
            let now = loss(try booster.margins(watching))
            if now < best.loss { best = (round, now) }
            if round - best.round >= patience { break }
        }
        return (try booster.prefix(rounds: best.round + 1), best.round + 1, best.loss)
    }
}
