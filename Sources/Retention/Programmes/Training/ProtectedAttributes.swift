import Forecast
import Foundation
import Kernel
import SQL

/// Gender and age of the people learned from. They are no facts of any model; only its fairness is tested with them.
enum ProtectedAttributes {
    /// One value per row.
    static func columns(of rows: TrainingRows, _ tx: Transaction) throws -> [Column] {
        var known: [Int64: (gender: String?, born: Day?)] = [:]
        try tx.each(
            """
            select id, coalesce(gender, identity_gender), coalesce(birthday, identity_birthday) from people
            where gender is not null or identity_gender is not null or birthday is not null
                or identity_birthday is not null
            """
        ) { row in
            known[try row.value()] = (try row.value(), try row.value())
        }
        let genders = ["male", "female"]
        let gender = rows.subjects.map { subject -> Int32 in
            known[subject]?.gender.flatMap { genders.firstIndex(of: $0) }.map(Int32.init) ?? -1
        }
        let bands = ["≤24", "25–34", "35–44", "45–54", "≥55"]
        let age = rows.subjects.indices.map { row -> Int32 in
            guard let born = known[rows.subjects[row]]?.born else { return -1 }
            let years = born.wholeYears(to: Day(number: rows.days[row]))
            return Int32(max(0, min(4, (years - 15) / 10)))
        }
        return [
            Column(
                name: "gender", label: Phrase(zh: "性别", en: "Gender"),
                values: .categorical(codes: gender, levels: genders)),
            Column(
                name: "age", label: Phrase(zh: "年龄", en: "Age"), values: .categorical(codes: age, levels: bands)),
        ].filter { column in
            if case .categorical(let codes, _) = column.values { codes.contains { $0 >= 0 } } else { false }
        }
    }
}

/// How groups of people are called in the table of fairness.
enum ProtectedWords {
    static let small = Phrase(zh: "人数很少的各组合计", en: "Small groups together")

    static func phrase(_ group: String) -> Phrase {
        let parts = group.components(separatedBy: " × ").map(word)
        return Phrase(
            zh: parts.map(\.zh).joined(separator: " × "), en: parts.map(\.en).joined(separator: " × "))
    }

    private static func word(_ text: String) -> Phrase {
        switch text {
        case "male": Phrase(zh: "男", en: "Men")
        case "female": Phrase(zh: "女", en: "Women")
        case "—": Phrase(zh: "未填写", en: "Not given")
        default:
            Phrase(
                zh: text + (text.first?.isNumber == true || text.hasPrefix("≤") || text.hasPrefix("≥") ? " 岁" : ""),
                en: text)
        }
    }
}
