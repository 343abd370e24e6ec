import Kernel
import Shell

/// What happened to somebody, the latest first: made of the same record the page shows, so it holds nothing the viewer
/// may not see.
package enum PersonTimeline {
    package static func entries(of file: PersonFile) -> [TimelineEntry] {
        let entries =
            employments(file.employments, file.posts) + posts(file.posts, file.employments) + contracts(file.contracts)
            + separations(file.separations, file.employments) + pay(file.pay) + documents(file.documents)
        return entries.enumerated().sorted { ($0.element.day, $0.offset) > ($1.element.day, $1.offset) }.map(\.element)
    }

    /// A hire is told together with the first post.
    private static func employments(_ employments: [Employment], _ posts: [PostRow]) -> [TimelineEntry] {
        employments.enumerated().flatMap { index, employment -> [TimelineEntry] in
            let first = posts.first { isFirst($0, of: employment) }
            var entries = [
                TimelineEntry(
                    day: employment.hireDay, kind: index == 0 ? .hired : .rehired,
                    title: first.map { Phrase(verbatim: place($0)) } ?? employment.kind.name,
                    detail: first.map { post in
                        post.managerName.map {
                            Phrase(
                                zh: "\(employment.kind.name.zh)，上级：\($0)",
                                en: "\(employment.kind.name.en); manager: \($0)")
                        } ?? employment.kind.name
                    }, fieldClass: .work)
            ]
            if let confirmed = employment.confirmationDay {
                entries.append(
                    entry(confirmed, .confirmed, Phrase(zh: "试用期结束", en: "The probation is over")))
            } else if let end = employment.probationEnd {
                entries.append(entry(end, .probationEnds, Phrase(zh: "待办理转正", en: "To be confirmed")))
            }
            return entries
        }
    }

    private static func isFirst(_ post: PostRow, of employment: Employment) -> Bool {
        post.employment == employment.id && post.role == .primary && post.days.start == employment.hireDay
    }

    private static func place(_ post: PostRow) -> String {
        [post.unitName, post.position, post.level].compactMap { $0 }.joined(separator: " · ")
    }

    private static func posts(_ posts: [PostRow], _ employments: [Employment]) -> [TimelineEntry] {
        posts.filter { post in !employments.contains { isFirst(post, of: $0) } }.flatMap { post -> [TimelineEntry] in
            let place = place(post)
            var entries: [TimelineEntry] = []
            let detail =
                post.managerName.map { Phrase(zh: "\(place)，上级：\($0)", en: "\(place); manager: \($0)") }
                ?? Phrase(verbatim: place)
            entries.append(
                TimelineEntry(
                    day: post.days.start, kind: .post,
                    title: post.role == .primary ? post.cause.name : post.role.name, detail: detail, fieldClass: .work))
            if post.role != .primary, let last = post.days.last {
                entries.append(entry(last, .postEnds, Phrase(verbatim: place)))
            }
            return entries
        }
    }

    private static func contracts(_ contracts: [Contract]) -> [TimelineEntry] {
        contracts.flatMap { contract -> [TimelineEntry] in
            let term = Phrase(
                zh: contract.kind.name.zh + "，\(contract.start)" + (contract.last.map { " 至 \($0)" } ?? " 起"),
                en: contract.kind.name.en + ", \(contract.start) to " + (contract.last?.iso ?? "open"))
            var entries = [
                TimelineEntry(
                    day: contract.signed ?? contract.start, kind: .contract,
                    title: contract.renewals == 0 ? term : Phrase(zh: "续签合同", en: "Contract renewed"),
                    detail: contract.renewals == 0 ? nil : term, fieldClass: .personal)
            ]
            if let last = contract.effectiveLast {
                entries.append(
                    TimelineEntry(
                        day: last, kind: .contractEnds, title: contract.kind.name, detail: nil, fieldClass: .personal))
            }
            return entries
        }
    }

    /// An end that nobody gave a reason for is told too.
    private static func separations(_ separations: [Separation], _ employments: [Employment]) -> [TimelineEntry] {
        employments.compactMap { employment in
            guard let last = employment.lastDay else { return nil }
            let separation = separations.first { $0.employment == employment.id }
            let detail = separation.map { found in
                found.reason.map { reason in
                    Phrase(
                        zh: found.kind.name.zh + "，" + reason.name.zh, en: found.kind.name.en + ", " + reason.name.en)
                } ?? found.kind.name
            }
            return entry(last, .separation, detail ?? FieldName.lastDay)
        }
    }

    private static func pay(_ rates: [PayRate]) -> [TimelineEntry] {
        rates.map { rate in
            TimelineEntry(
                day: rate.days.start, kind: .pay, title: rate.monthly.phrase, detail: nil, fieldClass: .pay)
        }
    }

    private static func documents(_ documents: [Document]) -> [TimelineEntry] {
        documents.compactMap { document in
            guard let expires = document.expires else { return nil }
            return TimelineEntry(
                day: expires, kind: .document,
                title: Phrase(zh: document.kind.name.zh + "到期", en: document.kind.name.en + " expires"), detail: nil,
                fieldClass: document.fieldClass)
        }
    }

    /// The kind stands beside the title: the title says something else.
    private static func entry(_ day: Day, _ kind: TimelineEntry.Kind, _ title: Phrase) -> TimelineEntry {
        TimelineEntry(day: day, kind: kind, title: title, detail: nil, fieldClass: .work)
    }
}
