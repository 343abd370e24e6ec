/// What checking a file found.
package struct CheckReport: Sendable {
    package var rowCount: Int
    package var refusedRows: Int
    /// In the order of the file.
    package var problems: [ImportProblem]
    /// What committing the rows without problems would do; nil when none can be taken.
    package var counts: ImportCounts?

    package var problemCount: Int { problems.count { $0.weight == .refused } }
    package var noteCount: Int { problems.count { $0.weight == .note } }
}
