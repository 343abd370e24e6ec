import Kernel

/// A piece that writes itself straight into the page instead of becoming a tree first. For parts that repeat very
/// often on one page, such as the cells of a table. What it writes is either of this program's source or escaped;
/// ``ByteSink`` has no third way.
protocol Written: Sendable {
    func write(to sink: inout ByteSink, in language: Language)
}

extension HTML {
    init(_ piece: some Written) {
        self.init(node: .written(piece))
    }
}
