import Kernel

/// A staff sheet of a believable company of any size, the same for the same seed: for a first look, for benchmarks and
/// for tests. It goes through the import like anybody's own file.
///
/// The people do not exist. Identity numbers are all different and carry a right check digit and birth day; phones use
/// the range 170, cards a bank number of no bank.
package struct SampleStaff: Sendable {
    package let count: Int
    package let today: Day
    private let seed: UInt64

    package init(count: Int, today: Day, seed: UInt64 = 1) {
        (self.count, self.today, self.seed) = (count, today, seed)
    }

    package static let header = [
        "工号", "姓名", "性别", "出生日期", "身份证号", "手机号", "工作邮箱", "部门", "岗位", "职级", "直属上级", "用工形式", "状态", "入职日期",
        "试用期到期日", "转正日期", "工作城市", "合同类型", "合同起始日期", "合同到期日期", "合同签订日期", "学历", "毕业院校", "紧急联系人", "紧急联系人电话",
        "与紧急联系人关系", "开户银行", "银行卡号", "基本工资", "离职日期", "离职类型", "离职原因", "备注",
    ]

    /// The sheet as CSV, line by line, the header first; each line ends with a newline.
    package func lines(_ body: (String) throws -> Void) rethrows {
        var dice = Dice(seed: seed)
        var company = SampleCompany(count: count)
        var identities: Set<String> = []
        try body(Self.header.joined(separator: ",") + "\n")
        for index in 0..<count {
            let person = SamplePerson(index, company.place(index), today, &dice, &identities)
            try body(person.cells.joined(separator: ",") + "\n")
        }
    }

    package var csv: String {
        var text = ""
        lines { text += $0 }
        return text
    }

    /// SplitMix64: small, even, and the same everywhere.
    struct Dice: RandomNumberGenerator {
        private var state: UInt64

        init(seed: UInt64) { state = seed }

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }

        mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
        mutating func pick<T>(_ list: [T]) -> T { list[below(list.count)] }
        /// So many times in a hundred.
        mutating func often(_ percent: Int) -> Bool { below(100) < percent }
    }
}
