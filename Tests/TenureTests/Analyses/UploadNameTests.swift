import Testing

@testable import Tenure

struct UploadNameTests {
    @Test(arguments: [
        ("花名册.xlsx", "花名册.xlsx"), ("C:\\名单\\员工.csv", "员工.csv"), ("../../etc/passwd", "passwd"), ("", "sheet"),
        ("..", "sheet"), (" ", "sheet"), ("/", "sheet"), ("a\u{0}b\r\nc\u{7F}.csv", "abc.csv"),
        ("abc\u{202E}vsc.exe", "abcvsc.exe"), ("\u{200B}", "sheet"),
    ])
    func namesAreMadeHarmless(_ given: String, _ expected: String) {
        #expect(UploadName.safe(given) == expected)
    }

    @Test(arguments: ["销", "👩‍👩‍👧", "a", "é"])
    func longNamesLoseWholeCharacters(_ character: Character) {
        let name = UploadName.safe(String(repeating: character, count: 300) + ".csv.gz")
        #expect(name.utf8.count <= UploadName.byteLimit)
        #expect(name.hasSuffix(".csv.gz"))
        #expect(!name.contains("\u{FFFD}"))
    }
}
