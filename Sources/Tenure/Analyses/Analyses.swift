import Kernel
import Markup
import Shell

/// The front door of the analysis of spreadsheets: no tables; uploads and results are files of the house's folder.
extension Room {
    static func analyses(_ routes: AnalysisRoutes) -> Room {
        var room = Room(name: "Analyses")
        room.routes = routes.all
        room.menu = [
            MenuPage(
                Phrase(zh: "表格分析", en: "Spreadsheets"), path: "/analyses", icon: .chart, needs: .analyse,
                group: .analysis)
        ]
        return room
    }
}
