import Kernel
import Markup
import Organization
import Shell

/// One exit interview.
struct ExitInterviewPage: PageModel {
    let head: Interviews.Head
    let interview: ExitInterview
    let mayEdit: Bool

    var title: Phrase { Phrase(zh: "\(head.name)的离职面谈", en: "Exit interview with \(head.name)") }
    var trail: [Crumb] {
        [LeavingWords.listTrail, Crumb(Phrase(verbatim: head.name), "/people/\(head.person)/leaving")]
    }

    func heading(_ view: PageView) -> any Heading {
        PageHead(
            title, breadcrumbs: trail.steps,
            actions: mayEdit
                ? [.link(Phrase(zh: "修改", en: "Edit"), URLText("/exit-interviews/\(interview.id)/edit"))] : [])
    }

    func content(_ view: PageView) -> HTML {
        KeyValueList([
            .init(LeavingWords.heldOn, .day(interview.heldOn)), .init(LeavingWords.heldBy, .text(interview.heldBy)),
            .init(LeavingWords.decision, .part(Self.badge(interview.decision))),
            .init(
                LeavingWords.mainReason,
                interview.mainReason.map { .words($0.name) } ?? .unknown(LeavingWords.notGiven)),
            .init(
                LeavingWords.otherReasons,
                interview.otherReasons.isEmpty
                    ? .unknown(Phrase(zh: "没有", en: "none")) : .words(.list(interview.otherReasons.map(\.name)))),
            .init(ExitInterviewForm.keptBy.label, interview.keptBy, unknown: LeavingWords.notGiven),
            .init(ExitInterviewForm.improve.label, interview.improve, unknown: LeavingWords.notGiven),
            .init(
                ExitInterviewForm.wouldReturn.label,
                interview.wouldReturn.map { .words($0.name) } ?? .unknown(LeavingWords.notGiven)),
            .init(LeavingWords.remark, interview.remark, unknown: LeavingWords.notGiven),
        ]).html
    }

    static func badge(_ decision: ExitInterview.Decision) -> StatusBadge {
        switch decision {
        case .leaves: StatusBadge(.over, decision.name)
        case .retained: StatusBadge(.good, decision.name)
        case .open: StatusBadge(.running, decision.name)
        }
    }
}

/// One stay interview.
struct StayInterviewPage: PageModel {
    let head: Interviews.Head
    let interview: StayInterview
    let mayEdit: Bool

    var title: Phrase { Phrase(zh: "\(head.name)的留任面谈", en: "Stay interview with \(head.name)") }
    var trail: [Crumb] {
        [LeavingWords.listTrail, Crumb(Phrase(verbatim: head.name), "/people/\(head.person)/leaving")]
    }

    func heading(_ view: PageView) -> any Heading {
        let needsFollowUp = interview.followUpOn != nil && interview.followedUpOn == nil
        return PageHead(
            title, breadcrumbs: trail.steps,
            actions: mayEdit
                ? [PageAction.link(Phrase(zh: "修改", en: "Edit"), URLText("/stay-interviews/\(interview.id)/edit"))]
                    + (needsFollowUp
                        ? [
                            .post(
                                Phrase(zh: "已跟进", en: "Followed up"),
                                URLText("/stay-interviews/\(interview.id)/follow-up"), hidden: view.hidden,
                                look: .primary)
                        ] : [])
                : [])
    }

    func content(_ view: PageView) -> HTML {
        KeyValueList(
            [
                .init(LeavingWords.heldOn, .day(interview.heldOn)), .init(LeavingWords.heldBy, .text(interview.heldBy)),
                .init(LeavingWords.outlook, .part(Self.badge(interview.outlook))),
                .init(
                    LeavingWords.followUp,
                    interview.followUpOn.map { .day($0) } ?? .unknown(Phrase(zh: "无需跟进", en: "none agreed"))),
            ] + followedUp
                + interview.answers.map { .init($0.question.words, .text($0.answer)) } + [
                    .init(LeavingWords.remark, interview.remark, unknown: LeavingWords.notGiven)
                ]
        ).html
    }

    private var followedUp: [KeyValueList.Entry] {
        interview.followedUpOn.map { [.init(Phrase(zh: "完成跟进", en: "Followed up on"), .day($0))] } ?? []
    }

    static func badge(_ outlook: StayInterview.Outlook) -> StatusBadge {
        switch outlook {
        case .stays: StatusBadge(.good, outlook.name)
        case .unsure: StatusBadge(.running, outlook.name)
        case .leaving: StatusBadge(.attention, outlook.name)
        }
    }
}
