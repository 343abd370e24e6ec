import Kernel
import SQL
import Testing

@testable import Organization
@testable import Shell

struct SearchTests {
    private static let sheet = """
        工号,姓名,部门,入职日期,手机
        A1,欧阳明远,总部/销售一部,2024-01-02,13900005678
        A2,李雷,总部/研发部,2024-01-02,13900003333
        """

    @Test(
        arguments: Engine.all,
        [
            ("欧阳", "欧阳明远"), ("oymy", "欧阳明远"), ("ouyang ming", "欧阳明远"), ("a2", "李雷"),
            ("销售", "销售一部"), ("xsyb", "销售一部"), ("yanfa", "研发部"), ("huaming", "花名册"), ("hmc", "花名册"),
            ("Directory", "花名册"), ("org ch", "组织架构"),
        ])
    func findsPeopleUnitsAndPages(_ engine: Engine, _ sample: (typed: String, found: String)) async throws {
        try await Company.with(engine) { company in
            try await company.bring(Self.sheet)
            let groups = try await Search.groups(
                sample.typed, limit: 5, as: Company.viewer(.hr), company.house)
            #expect(groups.flatMap(\.hits).map(\.title.zh).contains(sample.found))
        }
    }

    /// Digits of a private phone find nobody for those who do not see personal fields.
    @Test(arguments: Engine.all) func keepsPhonesToThoseWhoSeeThem(_ engine: Engine) async throws {
        try await Company.with(engine) { company in
            try await company.bring(Self.sheet)
            func count(_ role: BuiltinRole) async throws -> Int {
                try await Search.groups("5678", limit: 5, as: Company.viewer(role), company.house).count
            }
            let (hr, employee) = (try await count(.hr), try await count(.employee))
            #expect(hr == 1 && employee == 0)
        }
    }

    @Test func wordsAreFoundInBothLanguagesAndByReading() {
        let words = SearchWords(Phrase(zh: "华东区", en: "East"), code: "E-1")
        func rank(_ text: String) -> Int? { SearchWords.Typed(text).flatMap { words.rank(of: $0) } }
        #expect(rank("华东区") == 0)
        #expect(rank("ea") == 1)
        #expect(rank("东区") == 2)
        #expect(rank("hdq") == 3)
        #expect(rank("dong qu") == 3)
        #expect(rank("e-1") == 0)
        #expect(rank("west") == nil)
        #expect(SearchWords.Typed("  ") == nil)
    }
}
