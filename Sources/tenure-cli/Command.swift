import ArgumentParser

@main
struct TenureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tenure",
        abstract: "Who may leave, why, and how far the answer can be trusted. 留任：谁可能离开、为什么、有多可信。",
        subcommands: [AnalyzeCommand.self, ServeCommand.self, BenchCommand.self])
}
