import Kernel
import Testing

@testable import Organization

struct SampleStaffTests {
    /// As the import wants them: GB 11643 with the person's own birth day and sex, and nobody's number is another's.
    @Test func identityNumbersAreValidAndDifferent() {
        let today = Company.today
        let count = FullRun.isOn ? 100_000 : 20_000
        var seen: Set<String> = []
        var wrong: [String] = []
        SampleStaff(count: count, today: today).lines { line in
            let cells = line.split(separator: ",", maxSplits: 5, omittingEmptySubsequences: false)
            guard cells[0] != "工号" else { return }
            let number = try? IdentityNumber(String(cells[4]), today: today)
            let sex: IdentityNumber.Sex = cells[2] == "女" ? .female : .male
            let isNew = seen.insert(String(cells[4])).inserted
            if number?.birthday.iso != String(cells[3]) || number?.sex != sex || !isNew {
                wrong.append(String(cells[0]))
            }
        }
        #expect(wrong == [])
        #expect(seen.count == count)
    }
}
