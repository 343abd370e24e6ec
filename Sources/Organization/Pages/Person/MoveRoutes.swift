import Kernel
import SQL
import Shell

/// Posts and the end of the probation.
enum MoveRoutes {
    static let all: [Route] = [
        .page("/people/{id}/transfer", .needs(.movePeople), Phrase(zh: "调动或晋升", en: "Transfer or promote")) { call in
            try await transferPage(call, nil)
        },
        .disclosure(
            "/people/{id}/transfer/review", .needs(.movePeople), Phrase(zh: "核对任职变更", en: "Check a transfer"),
            form: TransferForm.self, again: { call, state in try await transferPage(call, state) }, review),
        .action(
            "/people/{id}/transfer", .needs(.movePeople), Phrase(zh: "调动或晋升", en: "Transfer or promote"),
            form: TransferForm.self, again: { call, state in try await transferPage(call, state) }
        ) { call, form in
            let (occasion, id) = (try Occasion(call), try call.id(of: Person.self))
            try await call.write { tx in _ = try transfer(id, form, occasion, tx) }
            return Outcome("/people/\(id)", Phrase(zh: "任职变更已办理。", en: "The post is changed."))
        },
        .page(
            "/people/{id}/posts/new", .needs(.movePeople), Phrase(zh: "兼岗或借调", en: "Second post or secondment")
        ) { call in try await postPage(call, nil) },
        .action(
            "/people/{id}/posts/new", .needs(.movePeople), Phrase(zh: "兼岗或借调", en: "Second post or secondment"),
            form: SecondPostForm.self, again: { call, state in try await postPage(call, state) }, addPost),
        .page("/people/{id}/confirmation", .needs(.movePeople), Phrase(zh: "办理转正", en: "Confirm somebody")) { call in
            try await confirmationPage(call, nil)
        },
        .action(
            "/people/{id}/confirmation", .needs(.movePeople), Phrase(zh: "办理转正", en: "Confirm somebody"),
            form: ConfirmationForm.self, again: { call, state in try await confirmationPage(call, state) }, confirm),
    ]

    // MARK: Transfer

    private static func transferPage(
        _ call: Call, _ state: FormState?, review: TransferReview? = nil
    ) async throws -> TransferPage {
        let (viewer, id, today) = (try call.viewer, try call.id(of: Person.self), call.today)
        return try await call.read { tx in
            try TransferPage.load(id, state, review: review, today: today, as: viewer, tx)
        }
    }

    @Sendable private static func review(_ call: Call, _ form: TransferForm) async throws -> TransferPage {
        let (occasion, id) = (try Occasion(call), try call.id(of: Person.self))
        let review = try await call.rehearse { tx in
            let (before, after) = try transfer(id, form, occasion, tx)
            return TransferReview(
                from: form.from, changes: try PostChange.changes(from: before, to: after, tx),
                reports: try PersonStore.directReports(of: id, tx))
        }
        return try await transferPage(call, FormState(form.raw, of: TransferForm.self), review: review)
    }

    /// - Returns: the post before and after.
    private static func transfer(
        _ person: ID<Person>, _ form: TransferForm, _ occasion: Occasion, _ tx: Transaction
    ) throws -> (Post, Post) {
        try occasion.requireDecision(about: person, .movePeople, tx)
        let shown = try CurrentPost.load(person, on: occasion.today, tx)
        let before = try CurrentPost.load(person, on: form.from, tx)?.post
        // The unit shown may stay though it lies out of the viewer's reach.
        let stays = form.pick.unit == shown?.post.unit.description
        var post = try form.pick.post(
            occasion.viewer, within: stays ? nil : .movePeople, current: shown?.manager, tx)
        post.share = before?.share ?? .one
        return try TransferForm.atFields {
            try Posts.change(
                person, to: post, from: form.from, cause: form.cause, replacing: form.replacing, reason: form.reason,
                occasion, tx)
            return (before ?? post, post)
        }
    }

    // MARK: Second post

    private static func postPage(_ call: Call, _ state: FormState?) async throws -> SecondPostPage {
        let (viewer, id, today) = (try call.viewer, try call.id(of: Person.self), call.today)
        return try await call.read { tx in try SecondPostPage.load(id, state, today: today, as: viewer, tx) }
    }

    @Sendable private static func addPost(_ call: Call, _ form: SecondPostForm) async throws -> Outcome {
        let (occasion, id) = (try Occasion(call), try call.id(of: Person.self))
        try await call.write { tx in
            try occasion.requireDecision(about: id, .movePeople, tx)
            var post = try form.pick.post(occasion.viewer, within: .movePeople, tx)
            post.share = form.share
            try SecondPostForm.atFields {
                switch form.role {
                case .secondment:
                    try Posts.second(id, to: post, during: form.days, reason: form.reason, occasion, tx)
                default: try Posts.add(id, post, during: form.days, reason: form.reason, occasion, tx)
                }
            }
        }
        return Outcome("/people/\(id)/posts", Phrase(zh: "已办理\(form.role.name.zh)。", en: "Recorded."))
    }

    // MARK: Confirmation

    private static func confirmationPage(_ call: Call, _ state: FormState?) async throws -> ConfirmationPage {
        let (viewer, id, today) = (try call.viewer, try call.id(of: Person.self), call.today)
        return try await call.read { tx in try ConfirmationPage.load(id, state, today: today, as: viewer, tx) }
    }

    @Sendable private static func confirm(_ call: Call, _ form: ConfirmationForm) async throws -> Outcome {
        let (occasion, id) = (try Occasion(call), try call.id(of: Person.self))
        try await call.write { tx in
            try ConfirmationForm.atFields(day: "day") {
                try Confirmations.confirm(id, on: form.day, reason: form.reason, occasion, tx)
            }
        }
        return Outcome("/people/\(id)", Phrase(zh: "已办理转正。", en: "Confirmed."))
    }
}
