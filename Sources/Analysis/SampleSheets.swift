import Foundation
import Forecast

/// Two made-up sheets with planted effects, so that a newcomer sees an analysis within a minute.
///
/// Staff: sales newcomers; training completion under 80 % together with a mentor rating under 7 and two weeks without growth
/// make most leave; the canteen card number is a planted nothing. Customers: rising complaints, falling use and a contract
/// near its end make them leave.
public enum SampleSheets {
    public static let staffFileName = "样例-销售花名册.csv"
    public static let customersFileName = "sample-customers.csv"

    /// UTF-8 with BOM, as spreadsheets of this kind usually come; 800 people.
    public static func staff() -> Data {
        var random = SeededRandom(seed: 20_250_301)
        var text = "工号,部门,学历,性别,年龄,培训完成率,导师评分,连续零增长周数,首月成交额(元),面谈次数,通勤(分钟),离职\n"
        for number in 1...800 {
            let department = random.pick(["华东一区", "华东二区", "华南区", "西南区", "总部直销"])
            let education = random.pick(["大专", "本科", "本科", "硕士"])
            let sex = random.pick(["男", "女"])
            let age = 22 + Int(random.unit() * random.unit() * 20)
            let completion = min(1, max(0.3, 0.86 + random.normal() * 0.14))
            let mentor = min(10, max(3, 7.8 + random.normal() * 1.3))
            let stalled = max(0, Int(random.unit() * 3.2 + (mentor < 7 ? 0.8 : 0)))
            let sales = max(0, 42_000 + random.normal() * 15_000 - Double(stalled) * 6_000)
            let talks = Int(random.unit() * 5)
            let commute = 15 + Int(random.unit() * 75)
            var risk = -2.6 + (commute > 60 ? 0.5 : 0) - Double(talks) * 0.15
            if completion < 0.8 { risk += 0.9 }
            if mentor < 7 { risk += 1.1 }
            if stalled >= 2 { risk += 0.9 }
            if completion < 0.8, mentor < 7 { risk += 1.0 }
            let left = random.unit() < probability(ofLogOdds: risk)
            let rating = random.unit() < 0.03 ? "" : String(format: "%.1f", mentor)
            text += "TN\(String(format: "%04d", number)),\(department),\(education),\(sex),\(age),"
            text +=
                "\(Int((completion * 100).rounded()))%,\(rating),\(stalled),\(Int(sales)),\(talks),\(commute),\(left ? "是" : "否")\n"
        }
        return Data("\u{FEFF}\(text)".utf8)
    }

    /// Plain UTF-8; 1,200 customers.
    public static func customers() -> Data {
        var random = SeededRandom(seed: 77)
        var text = "Customer,Segment,Region,Months as customer,Orders last quarter,Change in use,Complaints,"
        text += "Days to contract end,Yearly revenue,Owner changed,Churned\n"
        for number in 1...1_200 {
            let segment = random.pick(["Large", "Medium", "Medium", "Small", "Small", "Small"])
            let region = random.pick(["North", "East", "South", "West"])
            let months = 1 + Int(random.unit() * 84)
            let orders = max(0, Int(8 + random.normal() * 4))
            let change = random.normal() * 0.25
            let complaints = Int(random.unit() * random.unit() * 7)
            let days = Int(random.unit() * 540)
            let revenue =
                (segment == "Large" ? 400_000.0 : segment == "Medium" ? 90_000 : 20_000) * (0.5 + random.unit())
            let changed = random.unit() < 0.18
            var risk = -2.4 + Double(complaints) * 0.45 - change * 2.2 - Double(min(months, 36)) * 0.02
            risk += (days < 90 ? 1.1 : 0) + (changed ? 0.5 : 0) - Double(orders) * 0.05
            let left = random.unit() < probability(ofLogOdds: risk)
            text +=
                "C-\(10_000 + number),\(segment),\(region),\(months),\(orders),\(String(format: "%.1f", change * 100))%,"
            text += "\(complaints),\(days),\(Int(revenue)),\(changed ? "Yes" : "No"),\(left ? "Yes" : "No")\n"
        }
        return Data(text.utf8)
    }
}

extension SeededRandom {
    fileprivate mutating func pick(_ values: [String]) -> String { values[Int(unit() * Double(values.count))] }

    /// Standard normal (Box–Muller).
    fileprivate mutating func normal() -> Double {
        (-2 * log(1 - unit())).squareRoot() * cos(2 * Double.pi * unit())
    }
}
