import SQL

/// Closed lists are stored by their raw values.
extension AssignmentCause: SQLBindable, SQLReadable {}
extension AssignmentRole: SQLBindable, SQLReadable {}
extension ContractChoice: SQLBindable, SQLReadable {}
extension ContractKind: SQLBindable, SQLReadable {}
extension DocumentKind: SQLBindable, SQLReadable {}
extension EducationLevel: SQLBindable, SQLReadable {}
extension EmploymentKind: SQLBindable, SQLReadable {}
extension EmploymentState: SQLBindable, SQLReadable {}
extension EndingGround: SQLBindable, SQLReadable {}
extension ExitTask: SQLBindable, SQLReadable {}
extension Gender: SQLBindable, SQLReadable {}
extension IdentityPaper.Kind: SQLBindable, SQLReadable {}
extension PositionWeight: SQLBindable, SQLReadable {}
extension Regret.Verdict: SQLBindable, SQLReadable {}
extension SeparationKind: SQLBindable, SQLReadable {}
extension SeparationReason: SQLBindable, SQLReadable {}
extension UnitKind: SQLBindable, SQLReadable {}
