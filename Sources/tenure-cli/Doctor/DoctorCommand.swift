import ArgumentParser
import Kernel
import Shell
import Tenure

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check configuration, keys, disk, clock, database and mail. 检查运行环境。",
        discussion: "Changes nothing. Exit code 1 when something is wrong. --config lists every key instead.")

    @OptionGroup var house: DoctorOptions
    @Flag(help: "Answer as JSON.") var json = false

    struct Answered: Encodable {
        let subject: String
        let state: String
        let words: String
    }

    func run() async throws {
        try await Answer.run(in: house.language) {
            if house.listsConfiguration {
                return try ConfigurationList(house.configuration()).say(house.language, json)
            }
            let findings = await Examination(house.configuration()).run()
            if json {
                try Answer.json(
                    findings.map {
                        Answered(
                            subject: $0.subject[house.language], state: $0.state.rawValue,
                            words: $0.words[house.language])
                    })
            } else {
                for finding in findings { print(finding.line(in: house.language)) }
            }
            if findings.contains(where: { $0.state == .bad }) { throw Answer.found }
        }
    }
}
