import Kernel

/// The first page of a role: what needs one today, what changed, and the one chart that matters.
public struct Workbench: Part {
    public let needs: NeedsToday
    public let changes: ChangeList
    public let chart: HTML

    public init(needs: NeedsToday, changes: ChangeList, @HTMLBuilder chart: () -> HTML = { .empty }) {
        self.needs = needs
        self.changes = changes
        self.chart = chart()
    }

    public var html: HTML {
        div(.class("workbench")) {
            needs
            div(.class("workbench-side")) {
                if !chart.isEmpty { section { chart } }
                changes
            }
        }
    }
}
