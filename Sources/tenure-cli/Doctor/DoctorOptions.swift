import ArgumentParser
import Kernel
import Shell

/// As ``HouseOptions``, and `--config` asks for the list of keys.
struct DoctorOptions: ParsableArguments {
    @Flag(
        name: .customLong("config"),
        help: "List every key, its value, where it was said, and what it is (--config-file names the file). 列出全部配置项。")
    var listsConfiguration = false

    @Option(
        name: .customLong("config-file"),
        help: "Configuration file (default: TENURE_CONFIG, else /etc/tenure/tenure.conf). 配置文件。")
    var file: String?

    @Option(help: "Data folder. 数据文件夹。") var data: String?
    @Option(help: "zh or en (default: from the environment). 语言。") var language: Language = .ofEnvironment

    func configuration() -> Configuration {
        let folder = data.map { Configuration.Option("data_folder", $0, name: "--data") }
        return Configuration.read(options: [folder].compactMap(\.self), file: file)
    }
}
