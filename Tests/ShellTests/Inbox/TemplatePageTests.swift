import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import SQL
import Synchronization
import Testing

@testable import Shell

struct TemplatePageTests {
    @Test func wordsAreCheckedPreviewedKeptAndReset() async throws {
        let post = NoticeMailTests.Post()
        try await Desk.opened(world: { $0.mail = { try post.take($0) } }) { client, test in
            let (desk, house) = (Desk(client, test), test.house)
            _ = try await desk.signIn()
            let path = "/templates/inbox.digest"
            #expect(try await desk.get("/templates").text.contains("每日待办摘要"))
            #expect(try await desk.get("/templates/no.such").status == .notFound)
            var fields = try await SettingsTests.fields(of: path, desk)
            #expect(fields["subject_zh"] == "您有 {{count}} 件事项待处理（{{today}}）")

            fields["body_en"] = "Hello {{nmae}}"
            let wrong = try await desk.submit(path, fields)
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("没有名为“nmae”的内容"))
            fields["body_en"] = "Hello {{name}}"
            fields["subject_zh"] = "{{company}}：{{count}} 件\u{2028}待办"
            let preview = try await desk.submit(path + "/preview", from: path, fields)
            #expect(preview.status == .ok && preview.text.contains("上海晨光销售有限公司：3 件 待办"))
            #expect(preview.text.contains("Hello Lin Yue"))
            #expect(
                try await house.database.read { tx in
                    try tx.value("select count(*) from mail_templates", as: Int.self)
                } == 0)

            #expect(try await desk.submit(path, fields).status == .seeOther)
            let page = try await desk.get(path)
            #expect(page.text.contains("恢复默认内容"))
            let account = try await house.database.read { tx in
                try tx.value("select id from accounts where login = 'lin.yue'", as: ID<Account>.self)
            }
            let owner = try #require(account)
            try await house.database.write { tx in
                var preference = InboxPreference()
                preference.address = "lin@example.com"
                try preference.save(of: owner, tx)
                try Inbox.put(NoticeMailTests.notice("合同到期", due: nil), for: .account(owner), in: tx, house)
            }
            test.clock.set(NoticeMailTests.at(9, day: 2))
            try await NoticeMailTests.round(house)
            #expect(post.mails.withLock { $0.first?.subject } == "留任：1 件 待办")

            // The session of yesterday is over.
            _ = try await desk.signIn()
            try await desk.submit(path + "/reset", [:])
            #expect(try await SettingsTests.fields(of: path, desk)["body_en"]?.hasPrefix("Hello {{name}},\n") == true)
        }
    }
}
