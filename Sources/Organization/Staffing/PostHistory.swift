import Kernel

/// All posts of one employment: one primary at a time, and others beside it.
///
/// Every way to build or change it keeps three promises: posts lie inside the employment, there is never more than one
/// primary post, and the shares of a day never add up to more than 100 %.
package struct PostHistory: Hashable, Sendable {
    /// A post beside the primary one.
    package struct Other: Hashable, Sendable {
        package let role: AssignmentRole
        package let post: Post
        package let days: DayRange
    }

    package let employment: DayRange
    package private(set) var primary: Timeline<Post>
    package private(set) var others: [Other]

    /// From stored posts.
    package init(_ assignments: [Assignment], during employment: DayRange) throws(AssignmentRefusal) {
        self.employment = employment
        let segments = assignments.filter { $0.role == .primary }.map {
            Timeline<Post>.Segment(value: $0.post, days: $0.days)
        }
        do { primary = try Timeline(segments) } catch {
            switch error {
            case .overlap(let one, let other): throw .twoPrimary(one, other)
            }
        }
        others = assignments.filter { $0.role != .primary }.map {
            Other(role: $0.role, post: $0.post, days: $0.days)
        }
        try check()
    }

    /// The first post, from the hire day.
    package init(hiredInto post: Post, during employment: DayRange) throws(AssignmentRefusal) {
        self.employment = employment
        (primary, others) = (Timeline(post, during: employment), [])
        try check()
    }

    /// All posts of a day, the primary one first.
    package func posts(on day: Day) -> [(role: AssignmentRole, post: Post)] {
        let main = primary[day].map { [(AssignmentRole.primary, $0)] } ?? []
        return main + others.filter { $0.days.contains(day) }.map { ($0.role, $0.post) }
    }

    /// Every post with its days, by first day: what is stored.
    package var assignments: [(role: AssignmentRole, post: Post, days: DayRange)] {
        let main = primary.segments.map { (AssignmentRole.primary, $0.value, $0.days) }
        return (main + others.map { ($0.role, $0.post, $0.days) }).sorted { $0.2.start < $1.2.start }
    }
}

extension PostHistory {
    /// What happens to changes already planned for later days.
    package enum Later: Sendable {
        /// Refuse, so that no plan is lost unseen.
        case refuse
        /// Drop them.
        case replace
    }

    /// Another primary post from a day on: transfer, promotion, new manager.
    ///
    /// Posts beside it stay. A day in the future is fine.
    package func changing(
        from day: Day, _ later: Later = .refuse, _ change: (inout Post) -> Void
    ) throws(AssignmentRefusal) -> PostHistory {
        guard let days = DayRange(start: day, end: employment.end), employment.contains(day) else {
            throw .outsideEmployment(DayRange(from: day), employment: employment)
        }
        guard let post = primary[day] else { throw .noPost(day) }
        var changed = post
        change(&changed)
        guard changed != post else { throw .unchanged(day) }
        if later == .refuse, let planned = primary.segments.map(\.days.start).first(where: { $0 > day }) {
            throw .laterChange(planned)
        }
        var history = self
        history.primary.set(changed, during: days)
        try history.check()
        return history
    }

    /// A transfer (调动) to another unit, usually with another position and manager.
    package func transferring(
        to unit: ID<OrgUnit>, position: ID<Position>?, manager: ID<Person>?, from day: Day, _ later: Later = .refuse
    ) throws(AssignmentRefusal) -> PostHistory {
        try changing(from: day, later) { ($0.unit, $0.position, $0.manager) = (unit, position, manager) }
    }

    /// A promotion (晋升), or its opposite, to another level and perhaps position.
    package func promoting(
        to level: ID<Level>, position: ID<Position>?, from day: Day, _ later: Later = .refuse
    ) throws(AssignmentRefusal) -> PostHistory {
        try changing(from: day, later) { post in
            post.level = level
            if let position { post.position = position }
        }
    }

    /// A secondment (借调): for some days the person works in another unit for the share of that post, and as much
    /// less at home. The post at home goes on; afterwards it is whole again.
    package func seconding(to post: Post, during days: DayRange) throws(AssignmentRefusal) -> PostHistory {
        guard post.share > .zero, post.share <= .one else { throw .shareOutOfRange(post.share) }
        guard primary.covers(days) else {
            throw employment.contains(days) ? .noPost(days.start) : .outsideEmployment(days, employment: employment)
        }
        var history = self
        for segment in primary.segments(in: days) {
            var home = segment.value
            guard home.share >= post.share else {
                throw .shareTooLarge(
                    segment.days.start,
                    total: Rate(billionths: Rate.one.billionths - home.share.billionths + post.share.billionths))
            }
            home.share = Rate(billionths: home.share.billionths - post.share.billionths)
            history.primary.set(home, during: segment.days)
        }
        history.others.append(Other(role: .secondment, post: post, days: days))
        try history.check()
        return history
    }

    /// A second post (兼岗) beside the primary one; the shares together stay within 100 %.
    package func adding(_ post: Post, during days: DayRange) throws(AssignmentRefusal) -> PostHistory {
        guard post.share > .zero, post.share <= .one else { throw .shareOutOfRange(post.share) }
        var history = self
        history.others.append(Other(role: .additional, post: post, days: days))
        try history.check()
        return history
    }

    /// The employment ends on that day, and every post with it; or it does not end after all.
    package func ending(on last: Day?) throws(AssignmentRefusal) -> PostHistory {
        guard let days = DayRange(start: employment.start, end: last.map { $0 + 1 }) else {
            throw .outsideEmployment(DayRange(from: last ?? employment.start), employment: employment)
        }
        var history = PostHistory(employment: days, primary: primary.limited(to: days), others: [])
        // A reopened employment goes on as it was on its former last day.
        if let end = employment.end, last.map({ $0 + 1 > end }) ?? true,
            let reopened = DayRange(start: end, end: days.end),
            let post = primary[end - 1]
        {
            history.primary.set(post, during: reopened)
        }
        history.others = others.compactMap { other in
            other.days.intersection(days).map { Other(role: other.role, post: other.post, days: $0) }
        }
        try history.check()
        return history
    }

    private init(employment: DayRange, primary: Timeline<Post>, others: [Other]) {
        (self.employment, self.primary, self.others) = (employment, primary, others)
    }

    /// The three promises.
    private func check() throws(AssignmentRefusal) {
        for (role, post, days) in assignments {
            guard employment.contains(days) else { throw .outsideEmployment(days, employment: employment) }
            let least: Rate = role == .primary ? .zero : Rate(billionths: 1)
            guard post.share >= least, post.share <= .one else { throw .shareOutOfRange(post.share) }
        }
        for day in Set(assignments.map(\.days.start)).sorted() {
            // At most a handful of shares between 0 and 1: the sum always fits.
            let total = posts(on: day).reduce(Int64(0)) { $0 + $1.post.share.billionths }
            guard total <= Rate.one.billionths else {
                throw .shareTooLarge(day, total: Rate(billionths: total))
            }
        }
    }
}
