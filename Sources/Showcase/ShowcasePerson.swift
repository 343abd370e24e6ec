import Kernel
import Organization

/// Somebody who does not exist: identity numbers carry a right check digit and the person's own birth day, phones use the
/// range 170, cards a bank number of no bank.
package struct ShowcasePerson: Sendable, Hashable {
    package let number: String
    package let name: String
    package let gender: Gender
    package let birthday: Day
    package let identity: String
    package let phone: String
    package let mail: String
    package let education: EducationLevel
    package let school: String
    package let emergency: Emergency?
    package let bank: String
    package let card: String

    package struct Emergency: Sendable, Hashable {
        package let name: String
        package let relation: String
        package let phone: String
    }

    /// - Parameters:
    ///   - index: among all people; makes number, phone and card.
    ///   - identities: of those before; this person's is added.
    init(_ index: Int, birthday: Day, city: City, _ dice: inout Dice, _ identities: inout Set<String>) {
        let isFemale = dice.happens(0.48)
        let surname = dice.pick(NameList.surnames)
        number = "QM" + Self.padded(index + 1, 6)
        name = surname + NameList.given(isFemale: isFemale, born: birthday.year, &dice)
        gender = isFemale ? .female : .male
        self.birthday = birthday
        identity = Self.identity(birthday, isFemale, city, &dice, &identities)
        phone = "170" + Self.padded(index, 8)
        mail = "qm\(index + 1)@qiming.example"
        education = dice.weighted([(8, .vocational), (30, .college), (50, .bachelor), (11, .master), (1, .doctor)])
        school = dice.pick(NameList.schools)
        let relation = dice.pick(NameList.relations)
        let relative =
            (relation == "父亲" ? surname : dice.pick(NameList.surnames))
            + NameList.given(isFemale: relation == "母亲", born: birthday.year - 26, &dice)
        emergency =
            dice.happens(Planted.Blemish.noEmergencyContact)
            ? nil : Emergency(name: relative, relation: relation, phone: "171" + Self.padded(index, 8))
        bank = dice.pick(NameList.banks)
        card = Self.card(index)
    }

    static func padded(_ number: Int, _ width: Int) -> String {
        let text = "\(number)"
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }

    /// A number that somebody has makes way for the next of the same place, day and sex.
    private static func identity(
        _ birthday: Day, _ isFemale: Bool, _ city: City, _ dice: inout Dice, _ given: inout Set<String>
    ) -> String {
        let areas = city.areas
        var (area, order) = (dice.below(areas.count), dice.below(499))
        let born = birthday.iso.filter { $0 != "-" }
        var body = ""
        repeat {
            body = areas[area % areas.count] + born + padded(order % 499 * 2 + (isFemale ? 2 : 1), 3)
            order += 1
            if order % 499 == 0 { area += 1 }
        } while !given.insert(body).inserted
        // GB 11643: weights 2^(17−i) mod 11.
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(body.utf8, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
        return body + String(Array("10X98765432")[sum % 11])
    }

    private static func card(_ index: Int) -> String {
        let body = "621799" + padded(index, 12)
        let check = (0...9).first { BankCardNumber.passesLuhn(body + "\($0)") }
        return body + "\(check ?? 0)"
    }
}

/// Where people work.
enum City: String, CaseIterable, Sendable {
    case hangzhou = "杭州"
    case beijing = "北京"
    case shanghai = "上海"
    case shenzhen = "深圳"

    /// Districts that stand in identity numbers.
    var areas: [String] {
        switch self {
        case .hangzhou: ["330106", "330102", "330108", "341002", "360102"]
        case .beijing: ["110105", "110108", "130102", "140105", "210102"]
        case .shanghai: ["310115", "310104", "320106", "320505", "420106"]
        case .shenzhen: ["440305", "440304", "430102", "450103", "510107"]
        }
    }
}
