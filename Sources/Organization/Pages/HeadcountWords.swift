import Kernel

/// What the figures of the board are called, on the page and in its files.
enum HeadcountWords {
    static let unit = Phrase(zh: "部门", en: "Unit")
    static let month = Phrase(zh: "月份", en: "Month")
    static let opening = Phrase(zh: "期初人数", en: "Opening")
    static let joiners = Phrase(zh: "入职", en: "Joiners")
    static let leavers = Phrase(zh: "离职", en: "Leavers")
    static let transfersIn = Phrase(zh: "调入", en: "Transfers in")
    static let transfersOut = Phrase(zh: "调出", en: "Transfers out")
    static let closing = Phrase(zh: "期末人数", en: "Closing")
    static let places = Phrase(zh: "编制", en: "Places")
    static let vacancies = Phrase(zh: "空缺", en: "Vacancies")

    /// Every figure of a movement, in the order in which they add up.
    static let movement: [(name: Phrase, value: @Sendable (HeadcountBoard.Movement) -> Int)] = [
        (opening, { $0.opening }), (joiners, { $0.joiners }), (leavers, { $0.leavers }),
        (transfersIn, { $0.transfersIn }), (transfersOut, { $0.transfersOut }), (closing, { $0.closing }),
    ]
}
