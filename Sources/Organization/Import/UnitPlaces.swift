import Kernel
import SQL

/// Finds the units that the cells of a sheet name, each text once.
struct UnitPlaces {
    private var plan: UnitPathPlan
    private var places: [String: Result<Ref<OrgUnit>, UnitRefusal>] = [:]

    init(on day: Day, _ tx: Transaction) throws {
        plan = UnitPathPlan(try UnitTree(UnitStore.all(tx), on: day))
    }

    var creations: [UnitPathPlan.Creation] { plan.creations }

    mutating func place(_ text: String) throws(UnitRefusal) -> Ref<OrgUnit> {
        if let known = places[text] { return try known.get() }
        do {
            let place =
                switch try plan.place(try UnitPath(text)) {
                case .existing(let id): Ref(id)
                case .planned(let index): Ref<OrgUnit>(new: index)
                }
            places[text] = .success(place)
            return place
        } catch {
            places[text] = .failure(error)
            throw error
        }
    }
}
