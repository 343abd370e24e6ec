import Kernel

/// A list with everything around it, in the order every list has: views, filters, chips, tools, table, pages.
/// Stands in `AppFrame.page(…, width: .full)` below a `PageHead`.
public struct ListPage: Part {
    public var views: SavedViews?
    public var filters: FilterBar?
    public var active: ActiveFilters?
    public var columns: ColumnChoice?
    public var export: ExportMenu?
    public var table: DataTable
    public var bulk: BulkActions?
    public var pages: Pagination?
    /// Shown instead of the table when it has no rows.
    public var empty: EmptyState?

    public init(
        views: SavedViews? = nil, filters: FilterBar? = nil, active: ActiveFilters? = nil,
        columns: ColumnChoice? = nil, export: ExportMenu? = nil, table: DataTable, bulk: BulkActions? = nil,
        pages: Pagination? = nil, empty: EmptyState? = nil
    ) {
        self.views = views
        self.filters = filters
        self.active = active
        self.columns = columns
        self.export = export
        self.table = table
        self.bulk = bulk
        self.pages = pages
        self.empty = empty
    }

    public var html: HTML {
        div(.class("list")) {
            views
            filters
            if active?.chips.isEmpty == false || columns != nil || export != nil {
                div(.class("list-tools")) {
                    active
                    div(.class("tools")) {
                        columns
                        export
                    }
                }
            }
            if table.rows.isEmpty, let empty {
                empty
            } else if let bulk, !bulk.actions.isEmpty, !table.rows.isEmpty {
                bulk.form(around: table.html)
            } else {
                table
            }
            pages
        }
    }
}
