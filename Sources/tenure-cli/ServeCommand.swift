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

    @Flag(help: "A proxy of ours stands in front and sets X-Forwarded-For and X-Forwarded-Proto. 前面有反向代理。")
    var behindProxy = false

    func run() async throws {
        var logger = Logger(label: "tenure")
        logger.logLevel = .notice
        var settings = Server.Settings()
        settings.host = host
        settings.port = port
        settings.dataFolder = data
        settings.names = name
        settings.isBehindProxy = behindProxy
        let address = "http://\(host):\(port)"
        try await Server(settings, logger: logger).run { setUpPath in
            print("Tenure 留任 \(address)")
            if let setUpPath {
                print("首次使用：打开下面的链接，建立管理员账号。First start: open this link to make the first administrator.")
                print(address + setUpPath)
            } else {
                print("打开上面的地址登录；按 Ctrl-C 停止。Open the address above and sign in. Stop with Ctrl-C.")
            }
            fflush(nil)
        }
    }
}
