import ArgumentParser
import Foundation
import Kernel
import Logging
import Shell
import Tenure

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the web application. 启动网页服务。",
        discussion: """
            Options win over TENURE_… variables, those over the configuration file. PostgreSQL: database = postgres://… . \
            TLS: tls_certificate and tls_key, or a proxy in front with --behind-proxy.
            """)

    @OptionGroup var house: HouseOptions

    @Option(help: "Address to listen on. 监听地址。")
    var host: String?

    @Option(help: "Port to listen on. 监听端口。")
    var port: Int?

    @Option(help: "Further host names under which this server is reached. 可用来访问的主机名。")
    var name: [String] = []

    @Flag(help: "A proxy of ours stands in front and sets X-Forwarded-For and X-Forwarded-Proto. 前面有反向代理。")
    var behindProxy = false

    @Flag(inversion: .prefixedNo, help: "Fill an empty database with the demonstration company. 载入演示公司。")
    var demonstration: Bool?

    func run() async throws {
        try await house.answering {
            let configuration = try house.configuration(options).checked()
            var settings = Server.Settings(configuration)
            settings.names += name
            let (isLocal, server) = (settings.isLocal, Server(settings, logger: logger(configuration)))
            let language = house.language
            try await server.run { ready in
                for line in Self.words(ready, isLocal: isLocal) { print(line[language]) }
                fflush(nil)
            }
        }
    }

    private var options: [Configuration.Option] {
        var options: [Configuration.Option] = []
        if let host { options.append(.init("address", host, name: "--host")) }
        if let port { options.append(.init("port", String(port), name: "--port")) }
        if behindProxy { options.append(.init("behind_proxy", "yes", name: "--behind-proxy")) }
        if let demonstration {
            options.append(.init("demonstration", demonstration ? "yes" : "no", name: "--demonstration"))
        }
        return options
    }

    private func logger(_ configuration: Configuration) -> Logger {
        let format = configuration.text("log_format").flatMap(LineLog.Format.init) ?? .text
        var logger = Logger(label: "tenure") { LineLog(label: $0, format: format) }
        logger.logLevel = configuration.text("log_level").flatMap { Logger.Level(rawValue: $0) } ?? .notice
        return logger
    }

    private static func words(_ ready: Server.Ready, isLocal: Bool) -> [Phrase] {
        var lines = [Phrase(zh: "留任 Tenure：\(ready.address)", en: "Tenure 留任: \(ready.address)")]
        if let path = ready.setUpPath {
            lines.append(
                Phrase(zh: "首次使用：打开下面的链接，建立管理员账号。", en: "First start: open this link to make the first administrator."))
            lines.append(Phrase(verbatim: ready.address + path))
        } else if ready.isDemonstration {
            lines.append(
                Phrase(
                    zh: "演示公司：在登录页选择一个角色即可进入，不用密码。数据均为虚构。",
                    en: "Demonstration company: choose a role on the sign-in page; no password. Nobody in it exists."))
            if !isLocal {
                lines.append(
                    Phrase(
                        zh: "注意：本服务可从其他电脑访问，任何人都能以任何角色进入。",
                        en: "Mind: this server can be reached from elsewhere, and anybody may enter in any role."))
            }
        } else {
            lines.append(Phrase(zh: "打开上面的地址登录。", en: "Open the address above and sign in."))
        }
        lines.append(Phrase(zh: "按 Ctrl-C 停止。", en: "Stop with Ctrl-C."))
        return lines
    }
}
