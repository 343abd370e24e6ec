import Kernel
import SQL

/// A page about one person in a room above the one that keeps people, offered on the person's record.
///
/// The record knows nothing of that room: it asks whether this viewer has such a page, and shows its name and address.
/// A link stands only where the room above says so. What decides about somebody (confirming, contracts, pay) is no such
/// place at all, so that nothing said about somebody elsewhere can be a step away from there.
package struct SubjectLink: Sendable {
    /// Where a link may stand.
    package enum Place: Sendable, Hashable {
        /// The first page of a record.
        case record
        /// The leaving that was decided.
        case separation
    }

    /// A link as a page shows it.
    package struct Offer: Sendable, Hashable, Codable {
        package let name: Phrase
        package let path: String
    }

    private let name: Phrase
    private let places: Set<Place>
    private let capability: Capability
    private let path: @Sendable (ID<Subject>) -> String
    private let isFor: @Sendable (ID<Subject>, Viewer, Transaction) throws -> Bool

    /// - Parameters:
    ///   - capability: those without it are not asked about.
    ///   - isFor: whether the viewer may open the page of this person; at most one question to the database.
    package init(
        _ name: Phrase, on places: Set<Place>, needs capability: Capability,
        path: @escaping @Sendable (ID<Subject>) -> String,
        isFor: @escaping @Sendable (ID<Subject>, Viewer, Transaction) throws -> Bool
    ) {
        (self.name, self.places, self.capability) = (name, places, capability)
        (self.path, self.isFor) = (path, isFor)
    }

    fileprivate func offer(
        about subject: ID<Subject>, on place: Place, to viewer: Viewer, _ tx: Transaction
    ) throws -> Offer? {
        guard places.contains(place), viewer.canSeeRecords(capability), try isFor(subject, viewer, tx) else {
            return nil
        }
        return Offer(name: name, path: path(subject))
    }
}

extension House {
    /// What the rooms above offer this viewer about somebody.
    package func links(
        about subject: ID<Subject>, on place: SubjectLink.Place, to viewer: Viewer, _ tx: Transaction
    ) throws -> [SubjectLink.Offer] {
        try rooms.flatMap(\.links).compactMap { try $0.offer(about: subject, on: place, to: viewer, tx) }
    }
}
