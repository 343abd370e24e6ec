import Kernel

/// A decision tree to read: from everyone on the left to the groups on the right.
public struct TreeChart: Part {
    public struct Node: Sendable {
        /// What holds for this branch, such as "月收入 ≤ 3,500"; of the first node, what everyone is called.
        public let rule: Phrase
        /// Share with the outcome, from 0 to 1.
        public let share: Double
        public let n: Int
        public let children: [Node]

        public init(_ rule: Phrase, share: Double, n: Int, children: [Node] = []) {
            self.rule = rule
            self.share = share
            self.n = n
            self.children = children
        }

        var depth: Int { 1 + (children.map(\.depth).max() ?? 0) }
    }

    public let id: String
    public let title: Phrase
    public let note: Phrase?
    /// What the share is of.
    public let outcome: Phrase
    public let root: Node

    public init(id: String, title: Phrase, note: Phrase? = nil, outcome: Phrase, root: Node) {
        self.id = id
        self.title = title
        self.note = note
        self.outcome = outcome
        self.root = root
    }

    public var html: HTML {
        ChartFrame(
            id: id, title: title, note: note,
            summary: Phrase(
                zh: "决策树，\(root.depth) 层。各组的条件和比例见数据表。",
                en: "Decision tree of \(root.depth) levels. Rules and shares are in the table."),
            table: table, isEmpty: root.n <= 0, isOneSize: true,
            draw: { layout, language in TreeDrawing(root: root, outcome: outcome, language: language).draw(layout) }
        ).html
    }

    private var table: DataTable {
        var rows: [TableRow] = []
        func add(_ node: Node, _ path: [Phrase]) {
            let words =
                path.isEmpty
                ? node.rule
                : Phrase(
                    zh: path.map(\.zh).joined(separator: "，且 "), en: path.map(\.en).joined(separator: " and "))
            rows.append(
                TableRow(
                    [.words(words), .number(node.share, .percent(1)), .number(Double(node.n), .count)],
                    isEmphasised: node.children.isEmpty))
            for child in node.children { add(child, path + [child.rule]) }
        }
        add(root, [])
        return DataTable(
            caption: title,
            columns: [
                TableColumn(Words.rule), TableColumn(outcome, isNumber: true), TableColumn(Words.count, isNumber: true),
            ], rows: rows, phone: .scrolls)
    }
}
