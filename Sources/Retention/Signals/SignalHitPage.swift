import Kernel
import Markup
import Shell

/// One hit: what was found, by which rule, and putting the alert off.
struct SignalHitPage: PageModel {
    let hit: SignalHits.Line
    let rule: Phrase
    let factName: Phrase?
    let purpose: Phrase
    let basis: LegalBasis
    let form: FormState

    var title: Phrase { Phrase(zh: "\(hit.name)：\(hit.signalName.zh)", en: "\(hit.name): \(hit.signalName.en)") }
    var trail: [Crumb] { [SignalWords.trail, SignalWords.hitTrail] }

    func content(_ view: PageView) -> HTML {
        HTML {
            KeyValueList([
                .init(
                    SignalWords.person,
                    .part(
                        PersonChip(
                            hit.name, note: Phrase(verbatim: hit.unit ?? hit.number),
                            target: URLText("/people/\(hit.person)")))),
                .init(SignalWords.state, .part(SignalHitsPage.badge(hit, view.today))),
                .init(SignalWords.severity, .part(Badge(hit.severity.badge, hit.severity.short))),
                .init(SignalWords.fact, factName.map { .words($0) } ?? .unknown(SignalPage.waiting)),
                .init(SignalWords.rule, .words(rule)),
                .init(Phrase(zh: "触发时的数值", en: "Value at first"), .words(hit.value)),
                .init(Phrase(zh: "最近数值", en: "Latest value"), .words(hit.lastValue)),
                .init(SignalWords.since, .day(hit.day)),
                .init(
                    SignalWords.until,
                    hit.until.map { .day($0) } ?? .unknown(Phrase(zh: "仍在持续", en: "still so"))),
                .init(
                    SignalWords.signal,
                    .known(
                        HTML {
                            a(.href(URLText("/signals/\(hit.signal)"))) { hit.signalName }
                            Phrase(zh: "（第 \(hit.version) 版）", en: " (version \(hit.version))")
                        })),
                .init(SignalWords.purpose, .words(purpose)), .init(SignalWords.basis, .words(basis.name)),
            ])
            if let reason = hit.snoozeReason {
                p(.class("hint")) { Phrase(zh: "暂缓原因：\(reason)", en: "Why snoozed: \(reason)") }
            }
            if hit.until == nil, !hit.isWithdrawn { snooze(view) }
        }
    }

    private func snooze(_ view: PageView) -> HTML {
        section {
            h2 { Phrase(zh: "暂缓提醒", en: "Put it off") }
            p(.class("hint")) {
                Phrase(
                    zh: "在所填日期之前不再提醒；信号本身继续记录，到期后仍未结束会再次提醒。",
                    en:
                        "Nobody is alerted until that day. The signal stays on record and alerts again if it is not over."
                )
            }
            Markup.form(
                .method(.post), .action(URLText("/signals/hits/\(hit.id)/snooze")), .class("stack")
            ) {
                view.formMark
                form.problemList
                for field in SnoozeForm.fields { form.part(field) }
                div(.class("actions")) {
                    button(.type("submit"), .class("primary")) { Phrase(zh: "暂缓", en: "Put off") }
                    a(.href("/signals/hits")) { Phrase(zh: "返回列表", en: "Back to the list") }
                }
            }
        }
    }
}

/// Putting an alert off.
struct SnoozeForm: Form {
    static let fields = [
        FormField("until", .day, Phrase(zh: "暂缓至", en: "Until"), isRequired: true),
        FormField("reason", .text(maximum: 200), Phrase(zh: "原因", en: "Why"), isRequired: true),
    ]

    let until: Day
    let reason: String

    init(_ input: inout FormInput) {
        until = input.day("until") ?? .first
        reason = input.text("reason")
    }
}
