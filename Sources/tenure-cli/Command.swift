import ArgumentParser

@main
struct TenureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "tenure")
}
