import Foundation
import Kernel
import SQL
import Shell
import Tenure

/// The store of documents elsewhere: reached, knows the bucket, takes our signature. Nothing is written.
enum StoreCheck {
    private static let subject = Phrase(zh: "文件存储", en: "Document store")

    /// Nothing is said while documents lie in the data folder, or of a house whose database or keys are not in order.
    static func look(_ settings: Server.Settings, _ database: Database) async throws -> [Finding] {
        let state = try await MigrationState(of: database, Server.migrator)
        guard let bucket = settings.fileCare.bucket, state.pending.isEmpty, state.newer == nil,
            FileManager.default.fileExists(atPath: settings.keyPath)
        else { return [] }
        do {
            let house = try await Server(settings, logger: LineLog.quiet).lookIn(database)
            try await house.checkDocumentStore()
        } catch {
            return [.bad(subject, Examination.words(error, settings))]
        }
        return [
            .good(
                subject,
                Phrase(
                    zh: "存储桶 \(bucket.name) 可以访问；其中的文件不在 tenure backup 中",
                    en: "bucket \(bucket.name) answers; what lies in it is not in tenure backup"))
        ]
    }
}
