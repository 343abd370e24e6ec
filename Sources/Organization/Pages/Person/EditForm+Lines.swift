import Kernel
import Shell

/// Why a line of a text cannot be used.
struct FormLineProblem: Error {
    let words: Phrase

    init(_ words: Phrase) { self.words = words }
}

extension FormInput {
    /// The lines of a field, each read by itself; problems name the line.
    mutating func list<T>(_ name: String, _ read: (String) throws(FormLineProblem) -> T) -> [T] {
        var values: [T] = []
        for (index, line) in EditForm.lines(raw[name]).enumerated() {
            do throws(FormLineProblem) { values.append(try read(line)) } catch {
                refuse(
                    name,
                    Phrase(zh: "第 \(index + 1) 行：\(error.words.zh)", en: "Line \(index + 1): \(error.words.en)"))
            }
        }
        return values
    }
}

/// Lists of small records, one a line: easy to read, to paste and to correct.
extension EditForm {
    static func lines(_ text: String?) -> [String] {
        (text ?? "").split(whereSeparator: \.isNewline).map { $0.trimmingSpaces }.filter { !$0.isEmpty }
    }

    /// Parts of a line; empty ones keep their place.
    private static func parts(_ line: String) -> [String] {
        line.split(omittingEmptySubsequences: false) { "，,；;、|".contains($0) }.map { $0.trimmingSpaces }
    }

    static func phone(_ line: String) throws(FormLineProblem) -> PhoneNumber {
        do { return try PhoneNumber(line) } catch { throw FormLineProblem(error.explanation) }
    }

    static func mail(_ line: String) throws(FormLineProblem) -> String {
        if !PersonWords.isMail(line) { throw FormLineProblem(PersonWords.noMail(line)) }
        return line
    }

    static func contact(_ line: String) throws(FormLineProblem) -> EmergencyContact {
        let parts = parts(line)
        // Staff lists often give no more than the phone; a form must take back what it shows.
        guard parts.count == 2 || parts.count == 3 || (try? PhoneNumber(line)) != nil else {
            throw FormLineProblem(
                Phrase(
                    zh: "请写成“姓名，关系，电话”；关系不明时写成“姓名，电话”。",
                    en: "Write it as name, relation, phone, or name, phone where the relation is not known."))
        }
        do {
            return EmergencyContact(
                name: PersonName(parts.count > 1 ? parts[0] : ""), relation: parts.count > 2 ? parts[1] : "",
                phone: try PhoneNumber(parts[parts.count - 1]))
        } catch { throw FormLineProblem(error.explanation) }
    }

    static func text(_ contact: EmergencyContact) -> String {
        let parts = parts(of: contact)
        return (contact.relation.isEmpty ? parts.filter { !$0.isEmpty } : parts).joined(separator: "，")
    }

    /// A record as it is read: what is not known leaves no gap.
    static func shown(_ parts: [String]) -> String { parts.filter { !$0.isEmpty }.joined(separator: " · ") }

    static func parts(of contact: EmergencyContact) -> [String] {
        [contact.name.text, contact.relation, contact.phone.text]
    }

    static func parts(of study: Education, in language: Language) -> [String] {
        [study.level.name[language], study.school ?? "", study.major ?? "", study.graduated?.iso ?? ""]
    }

    static func parts(of job: Experience) -> [String] {
        [job.employer, job.position ?? "", job.days.start.iso, job.days.last?.iso ?? ""]
    }

    static func study(_ line: String) throws(FormLineProblem) -> Education {
        let parts = parts(line)
        let level = EducationLevel.allCases.first { [$0.name.zh, $0.name.en, $0.rawValue].contains(parts[0]) }
        guard let level, parts.count <= 4 else {
            let known = EducationLevel.allCases.map(\.name)
            throw FormLineProblem(
                Phrase(
                    zh: "请写成“学历，学校，专业，毕业日期”，学历为：\(known.map(\.zh).joined(separator: "、"))。",
                    en: "Write it as degree, school, subject, day; degrees are: "
                        + known.map(\.en).joined(separator: ", ") + "."))
        }
        return Education(
            level: level, school: parts.filled(1), major: parts.filled(2), graduated: try day(parts.filled(3)))
    }

    /// In either language: both are read back.
    static func text(_ study: Education, in language: Language) -> String {
        parts(of: study, in: language).joined(separator: "，").trimmingCommas
    }

    static func job(_ line: String) throws(FormLineProblem) -> Experience {
        let parts = parts(line)
        guard (3...4).contains(parts.count), !parts[0].isEmpty, let start = try day(parts.filled(2)) else {
            throw FormLineProblem(
                Phrase(
                    zh: "请写成“公司，职务，开始日期，结束日期”。", en: "Write it as employer, position, first day, last day."))
        }
        let last = try day(parts.filled(3))
        guard let days = DayRange(start: start, end: last.map { $0 + 1 }) else {
            throw FormLineProblem(Phrase(zh: "结束日期早于开始日期。", en: "The last day lies before the first."))
        }
        return Experience(employer: parts[0], position: parts.filled(1), days: days)
    }

    static func text(_ job: Experience) -> String {
        parts(of: job).joined(separator: "，").trimmingCommas
    }

    private static func day(_ text: String?) throws(FormLineProblem) -> Day? {
        guard let text else { return nil }
        do { return try Day(text) } catch { throw FormLineProblem(error.explanation) }
    }
}

extension StringProtocol {
    fileprivate var trimmingSpaces: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// Without the empty parts at the end.
    fileprivate var trimmingCommas: String { String(reversed().drop { $0 == "，" }.reversed()) }
}

extension [String] {
    /// The part at a place; nil when it is empty or missing.
    fileprivate func filled(_ index: Int) -> String? {
        index < count && !self[index].isEmpty ? self[index] : nil
    }
}
