import ArgumentParser

@main
struct TenureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tenure",
        abstract: "The people platform of one company, on its own server. 留任：公司自有的人才平台。",
        discussion: """
            Settings come from the command line, TENURE_… variables and a file (/etc/tenure/tenure.conf, or --config-file); \
            `tenure doctor --config` lists them. Exit codes: 0 done, 1 something was found (problems in a file, a failed \
            check), 2 refused with the reason, 64 wrong use, 70 a fault of the program.
            """,
        subcommands: [],
        groupedSubcommands: [
            CommandGroup(name: "Running", subcommands: [ServeCommand.self, DemoCommand.self, DoctorCommand.self]),
            CommandGroup(
                name: "Data",
                subcommands: [
                    ImportCommand.self, ExportCommand.self, MigrateCommand.self, BackupCommand.self,
                    RestoreCommand.self,
                ]),
            CommandGroup(name: "People and trail", subcommands: [UserCommand.self, AuditCommand.self]),
            CommandGroup(name: "Spreadsheets", subcommands: [AnalyzeCommand.self, BenchCommand.self]),
        ])
}
