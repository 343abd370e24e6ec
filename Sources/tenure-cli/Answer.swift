import ArgumentParser
import Foundation
import Kernel
import Shell

/// How a command speaks: results on standard output, everything else on the other, one sentence for a refusal.
enum Answer {
    /// Something was found that somebody has to look at.
    static let found = ExitCode(1)
    static let refused = ExitCode(2)
    /// `EX_SOFTWARE`
    static let fault = ExitCode(70)

    static func run(in language: Language, _ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let code as ExitCode {
            throw code
        } catch let error as ValidationError {
            throw error
        } catch let error as CleanExit {
            throw error
        } catch let refusal as any Refusal {
            say("tenure: " + refusal.explanation[language])
            throw refused
        } catch is Missing {
            say("tenure: " + Phrase(zh: "没有这条记录。请检查编号。", en: "There is no such record. Check the number.")[language])
            throw refused
        } catch {
            // Its text might hold what somebody typed.
            say(
                "tenure: "
                    + Phrase(
                        zh: "程序出现故障（\(type(of: error))），没有完成。运行 tenure doctor 检查环境；如果问题仍在，请把此信息告诉维护人员。",
                        en:
                            "The program failed (\(type(of: error))) and did not finish. Run tenure doctor; if nothing is found, pass this line on to who maintains it."
                    )[language])
            throw fault
        }
    }

    /// To people, beside the result.
    static func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    /// One JSON object, keys in order.
    static func json(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(value), as: UTF8.self))
    }
}
