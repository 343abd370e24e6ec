import Shell

/// Gathers what each receiver is told of a night: item by item, or one item for all when there are too many. Only the
/// first few are worded, so that telling an office about a whole company costs no more than counting.
struct AlertsOfANight {
    private let most: Int
    private var own: [InboxOwner: (count: Int, notices: [InboxNotice])] = [:]

    /// - Parameter most: more items than this become one.
    init(most: Int) { self.most = most }

    mutating func add(_ owner: InboxOwner, _ notice: @autoclosure () -> InboxNotice) {
        own[owner, default: (0, [])].count += 1
        guard own[owner]!.count <= most else { return }
        own[owner]!.notices.append(notice())
    }

    func notices(_ summary: (Int) -> InboxNotice) -> [(owner: InboxOwner, notice: InboxNotice)] {
        own.flatMap { owner, told -> [(owner: InboxOwner, notice: InboxNotice)] in
            told.count > most ? [(owner, summary(told.count))] : told.notices.map { (owner, $0) }
        }
    }
}
