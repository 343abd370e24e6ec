import Kernel

/// What a kind may know beside its rows.
package struct ImportContext: Sendable {
    package let house: House
    /// Who imports.
    package let viewer: Viewer
    /// The company's day.
    package let today: Day
    package let now: Instant
    /// The batch the rows belong to: keep it as the source of facts. 0 in a dry run without a batch.
    package let batch: ID<ImportBatch>
    /// The chosen ``ImportKind/options`` by name; a flag that is on reads "yes".
    package let options: FormFields
    /// Whether the batch is being taken back.
    package let isUndoing: Bool
    /// Tell how far a long commit is, 0…1.
    package let progress: @Sendable (Double) -> Void

    package init(
        house: House, viewer: Viewer, batch: ID<ImportBatch> = ID(0), options: FormFields = FormFields(),
        isUndoing: Bool = false, progress: @escaping @Sendable (Double) -> Void = { _ in }
    ) {
        self.house = house
        self.viewer = viewer
        self.batch = batch
        self.options = options
        self.isUndoing = isUndoing
        self.progress = progress
        now = house.now
        today = house.today
    }
}

/// One file that was brought in.
package enum ImportBatch {}
