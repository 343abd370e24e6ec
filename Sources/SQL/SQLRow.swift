/// The name of ``Row`` in files that also see GRDB's.
typealias SQLRow = Row
