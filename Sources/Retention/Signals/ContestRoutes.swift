import Kernel
import Markup
import SQL
import Shell

/// One's own record, and contests from both sides.
enum ContestRoutes {
    static let answered = FormField("answered", .flag, Phrase(zh: "已答复", en: "Answered"))
    private static let about = Array(ContestForm.fields.prefix(3))

    static let all: [Route] = own + office

    private static let own: [Route] = [
        .page("/my-record", .signedIn, Phrase(zh: "系统里关于本人的记录", en: "What is recorded about me")) { call in
            let (viewer, house) = (try call.viewer, call.house)
            return try await call.read { tx in try MyRecordPage.load(viewer, house, tx) }
        },
        .page(
            "/my-record/contests/new", .signedIn, Phrase(zh: "提出异议", en: "Contest a record"), query: about
        ) { call in
            guard let matter = call.query["matter"].flatMap(Contest.Matter.init(rawValue:)) else { throw Missing() }
            return try await form(
                call, matter, code: call.query["code"], hit: call.query["hit"].flatMap { Int64($0) }, FormState())
        },
        .action(
            "/my-record/contests/new", .signedIn, Phrase(zh: "提出异议", en: "Contest a record"), form: ContestForm.self,
            again: { call, state in
                guard let matter = Contest.Matter(rawValue: state.value("matter")) else { throw Missing() }
                return try await form(
                    call, matter, code: state.value("code"), hit: Int64(state.value("hit")), state)
            }
        ) { call, form in
            let (house, actor) = (call.house, call.actor)
            guard let subject = try call.viewer.subject else { throw Missing() }
            let id = try await call.write { tx in
                let target = try Contests.target(
                    form.matter, code: form.code, hit: form.hit, of: subject, house, tx)
                return try Contests.raise(target, form.words, of: subject, by: actor, house, tx)
            }
            return Outcome(
                "/my-record/contests/\(id)",
                Phrase(zh: "已提交，人力资源会在期限内答复。", en: "Sent. HR answers in time."))
        },
        .page("/my-record/contests/{id}", .signedIn, Phrase(zh: "本人的一项异议", en: "A contest of mine")) { call in
            let (viewer, house, id) = (try call.viewer, call.house, try call.id(of: Contest.self))
            return try await call.read { tx in
                guard let subject = viewer.subject,
                    let found = try MyRecord.contests(of: subject, house, tx).first(where: { $0.id == id })
                else { throw Missing() }
                return ContestPage(contest: found, isForOffice: false, form: FormState())
            }
        },
    ]

    private static func form(
        _ call: Call, _ matter: Contest.Matter, code: String?, hit: Int64?, _ state: FormState
    ) async throws -> ContestFormPage {
        let house = call.house
        guard let subject = try call.viewer.subject else { throw Missing() }
        return try await call.read { tx in
            ContestFormPage(
                target: try Contests.target(matter, code: code, hit: hit, of: subject, house, tx), form: state)
        }
    }

    private static let office: [Route] = [
        .page(
            "/contests", .needs(.answerContests), ContestsPage.crumb.title,
            query: [answered, FormField("before", .record, Phrase(zh: "在此编号之前", en: "Before this number"))]
        ) { call in
            let (viewer, house, isAnswered) = (try call.viewer, call.house, call.query["answered"] == "yes")
            let before = call.query["before"].flatMap { Int64($0) }
            return try await call.read { tx in
                let found = try Contests.rows(
                    isAnswered: isAnswered, before: before, limit: 51, as: viewer, house, tx)
                let shown = Array(found.prefix(50))
                return ContestsPage(
                    rows: shown, next: found.count > shown.count ? shown.last?.id : nil, isAnswered: isAnswered)
            }
        },
        .page("/contests/{id}", .needs(.answerContests), Phrase(zh: "一项异议", en: "A contest")) { call in
            try await page(call, FormState())
        },
        .action(
            "/contests/{id}/answer", .needs(.answerContests), Phrase(zh: "答复异议", en: "Answer a contest"),
            form: ContestAnswerForm.self, again: page
        ) { call, form in
            let (viewer, house, actor, id) = (try call.viewer, call.house, call.actor, try call.id(of: Contest.self))
            try await call.write { tx in
                try Contests.answer(id, form.decision, form.answer, as: viewer, by: actor, house, tx)
            }
            return Outcome("/contests/\(id)", Phrase(zh: "已答复，员工会收到通知。", en: "Answered; the person is told."))
        },
        .button(
            "/contests/{id}/correction", .needs(.answerContests), Phrase(zh: "恢复使用已更正的数据", en: "Use a corrected fact")
        ) { call in
            let (viewer, house, actor, id) = (try call.viewer, call.house, call.actor, try call.id(of: Contest.self))
            try await call.write { tx in try Contests.correct(id, as: viewer, by: actor, house, tx) }
            return Outcome("/contests/\(id)", Phrase(zh: "该数据项已恢复使用。", en: "The fact is in use again."))
        },
    ]

    @Sendable private static func page(_ call: Call, _ state: FormState) async throws -> ContestPage {
        let (viewer, house, id) = (try call.viewer, call.house, try call.id(of: Contest.self))
        return try await call.read { tx in
            ContestPage(
                contest: try Contests.contest(id, as: viewer, house, tx), isForOffice: true, form: state)
        }
    }
}

extension ListExport {
    static let contests = ListExport(
        "contests", of: "/contests", Phrase(zh: "导出员工异议", en: "Export the contests"), reading: .answerContests,
        query: [ContestRoutes.answered]
    ) { asked in
        let (viewer, house) = (asked.viewer, asked.house)
        let isAnswered = asked.query["answered"] == "yes"
        return Export(ContestsPage.crumb.title, columns: ContestsPage.columns) { cursor, tx in
            let batch = Export<Contest>.batch
            let rows = try Contests.rows(
                isAnswered: isAnswered, before: cursor, limit: batch, as: viewer, house, tx)
            return (rows, rows.count < batch ? nil : rows.last?.id.rawValue)
        }
    }
}
