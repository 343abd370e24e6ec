import Shell

/// The addresses of one person's record and of what is done with it.
enum PersonRoutes {
    static let all: [Route] =
        HireRoutes.all + RecordRoutes.all + EditRoutes.all + MoveRoutes.all + ContractRoutes.all
        + PayRoutes.all + SeparationRoutes.all + DocumentRoutes.all
}
