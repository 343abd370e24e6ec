import Foundation
import Kernel
import Testing

@Suite struct PhraseTests {
    @Test func lists() {
        let members = [Phrase(zh: "甲", en: "A"), Phrase(zh: "乙", en: "B"), Phrase(zh: "丙", en: "C")]
        #expect(Phrase.list(members) == Phrase(zh: "甲、乙和丙", en: "A, B and C"))
        #expect(Phrase.list(Array(members.prefix(2)), .or) == Phrase(zh: "甲或乙", en: "A or B"))
        #expect(Phrase.list(Array(members.prefix(1))) == members[0])
        #expect(Phrase.list([]) == Phrase(verbatim: ""))
    }

    @Test func idsArePlainNumbers() throws {
        enum Person {}
        let id = ID<Person>(42)
        #expect(ID<Person>("42") == id)
        #expect(["042", "-1", "+42", "", " 42", "9223372036854775808", "x"].allSatisfy { ID<Person>($0) == nil })
        #expect(String(decoding: try JSONEncoder().encode([id]), as: UTF8.self) == "[42]")
        #expect(try JSONDecoder().decode([ID<Person>].self, from: Data("[42]".utf8)) == [id])
        #expect(ID<Person>(1) < id)
    }
}
