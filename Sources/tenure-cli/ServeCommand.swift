import ArgumentParser
import Foundation
import Logging
import Tenure

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the web application. 启动网页服务。")

    @Option(help: "Address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "Port to listen on.")
    var port = 8080

    @Option(help: "Folder for uploads and results.")
    var data = "data"

    @Option(help: "Further host names under which this server is reached.")
    var name: [String] = []

    func run() async throws {
        var logger = Logger(label: "tenure")
        logger.logLevel = .notice
        var settings = Server.Settings()
        settings.host = host
        settings.port = port
        settings.dataFolder = data
        settings.names = name
        let address = "http://\(host):\(port)"
        try await Server(settings, logger: logger).run {
            print("Tenure 留任 \(address)\n打开上面的地址即可使用（无需登录）；按 Ctrl-C 停止。")
            print("Open the address above; no sign-in is needed. Stop with Ctrl-C.")
            fflush(nil)
        }
    }
}
