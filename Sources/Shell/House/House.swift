import Foundation
import Kernel
import Logging
import SQL

/// What every handler, job and command of this company stands in: its database, its outside, its keys and files.
package struct House: Sendable {
    package let database: Database
    package var world: World
    /// Seals, signs and authenticates: forms, second factors, identity papers; the server gives the ring of its key file.
    package let keyring: Keyring
    package let logger: Logger
    /// Where files lie: uploads, results, backups. Exists.
    package let folder: String
    /// The time zone while none is set.
    private let firstZone: TimeZone
    /// All rooms, from the bottom up.
    package let rooms: [Room]
    package let passwordLane = PasswordLane()
    /// Closes values of the audit log and of other places that must not be read without the keys.
    package var sealing: Sealing
    /// Where documents lie, and who looks at files that come in.
    package var fileCare = FileCare()
    package let auditDesk = AuditDesk()
    package let jobBell = JobBell()
    package let inboxCounter = InboxCounter()
    package let settings = SettingsDesk()
    /// Figures of this process for monitoring.
    package let metrics = Metrics()
    /// Whether the database takes what is written.
    package let health = Health()
    package let viewDesk = SavedViewDesk()
    let searchPages: SearchPages

    package init(
        database: Database, world: World, keyring: Keyring, logger: Logger, folder: String,
        timeZone: TimeZone = TimeZone(identifier: "Asia/Shanghai") ?? .current, rooms: [Room]
    ) {
        self.database = database
        self.world = world
        self.keyring = keyring
        sealing = Sealing(keyring)
        self.logger = logger
        self.folder = folder
        firstZone = timeZone
        self.rooms = rooms
        searchPages = SearchPages(rooms)
    }

    package var now: Instant { world.now() }

    /// The company's time zone; a day is a day there.
    package var timeZone: TimeZone { settings.zone ?? firstZone }

    /// The company's day.
    package var today: Day { now.day(in: timeZone) }

    /// Every step of the database's shape, those of the shell first.
    package var migrations: [Migration] { rooms.flatMap(\.migrations) }

    /// The people and units accounts are given for.
    package var subjects: SubjectLookup { rooms.lazy.compactMap(\.subjects).first ?? .nobody }

    /// Every kind of background work.
    package var jobs: [JobKind] { rooms.flatMap(\.jobs) }
}
