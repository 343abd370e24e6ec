import Kernel
import Testing

@Suite struct PinyinTests {
    @Test func everySurnameReadingOfTheTable() throws {
        let records = try Fixture("surname_pinyin_overrides.csv").records
        #expect(records.count == 70)
        for record in records {
            let surname = record["surname"] ?? ""
            #expect(Pinyin(surname).spaced == record["pinyin"], "\(surname)")
            #expect(Pinyin(surname + "丽").spaced == (record["pinyin"] ?? "") + " li", "\(surname)")
        }
    }

    @Test func theOrderOfTheExamples() throws {
        let records = try Fixture("name_sort_examples.csv").records
        let record = try #require(records.first { $0["order_by"] == "surname_override" })
        let expected = try #require(record["names_in_order"]).split(separator: " ").map(String.init)
        var dice = Dice(seed: 7)
        for _ in 0..<50 {
            let shuffled = expected.shuffled(using: &dice)
            let sorted = shuffled.map { (PersonName($0).sortKey, $0) }.sorted {
                $0.0.utf8.lexicographicallyPrecedes($1.0.utf8)
            }
            #expect(sorted.map(\.1) == expected)
        }
    }

    @Test(arguments: [
        ("欧阳修", "ou yang xiu", "ouyangxiu", "oyx"),
        ("重庆", "chong qing", "chongqing", "cq"),
        ("王 芳", "wang fang", "wangfang", "wf"),
        ("吕布", "lv bu", "lvbu", "lb"),
        ("Bob 李", "bob li", "bobli", "bl"),
        ("José Núñez", "jose nunez", "josenunez", "jn"),
        ("單雄信", "shan xiong xin", "shanxiongxin", "sxx"),
        ("員半千", "yun ban qian", "yunbanqian", "ybq"),
        ("单于飞", "chan yu fei", "chanyufei", "cyf"),
        ("查干·巴特尔", "cha gan ba te er", "chaganbateer", "cgbte"),
        ("", "", "", ""),
    ])
    func readings(text: String, spaced: String, full: String, initials: String) {
        let pinyin = Pinyin(text)
        #expect(pinyin.spaced == spaced)
        #expect(pinyin.full == full)
        #expect(pinyin.initials == initials)
    }

    @Test func searchKeysHoldEveryWayToType() {
        #expect(PersonName("曾国藩").searchKeys == ["zengguofan", "zgf", "cengguofan", "cgf"])
        #expect(PersonName("吕布").searchKeys == ["lvbu", "lb", "lubu", "lyubu"])
        #expect(PersonName("张伟").searchKeys == ["zhangwei", "zw"])
    }

    /// Syllables, not letters, are compared; a surname stands together; digits, Chinese, Latin in this order.
    @Test func sortKeysCompareSyllableBySyllable() {
        let ordered = ["安安", "黎明", "李安", "李明", "刘安", "西安", "先生", "Anna", "bob"]
        var dice = Dice(seed: 8)
        let sorted = ordered.shuffled(using: &dice).sorted {
            PersonName($0).sortKey.utf8.lexicographicallyPrecedes(PersonName($1).sortKey.utf8)
        }
        #expect(sorted == ordered)
        #expect(PersonName("王 芳") == PersonName("王芳"))
        #expect(PersonName("Anna  Maria").text == "Anna Maria")
    }

    @Test func placesHaveNoSurname() {
        #expect(Pinyin("单位", surnameFirst: false).spaced == "dan wei")
    }
}
