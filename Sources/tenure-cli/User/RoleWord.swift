import ArgumentParser
import Shell

/// `hr`, or `hr@12` for one unit.
struct RoleWord: ExpressibleByArgument {
    let gift: RoleGift

    init?(argument: String) {
        let parts = argument.split(separator: "@", omittingEmptySubsequences: false)
        guard let role = parts.first, !role.isEmpty, parts.count <= 2 else { return nil }
        var unit: Int64?
        if parts.count == 2 {
            guard let number = Int64(parts[1]), number > 0 else { return nil }
            unit = number
        }
        gift = RoleGift(role: String(role), unit: unit)
    }
}
