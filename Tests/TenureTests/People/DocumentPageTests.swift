import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import NIOCore
import SQL
import Testing

@testable import Organization
@testable import Shell

struct DocumentPageTests {
    static let scan = Data("%PDF-1.7 有效".utf8)

    @Test func aDocumentIsKeptReadAndDeleted() async throws {
        try await Office.open { office in
            let hr = try await office.visitor(.hr)
            let path = "/people/\(office.li)/documents"
            let fields = ["document_kind": "workPermit", "expires": (office.today + 30).iso]
            #expect(try await hr.upload(path, Self.scan, "就业许可.pdf", fields).headers[.location] == path)
            // The same bytes again lie there once.
            #expect(try await hr.upload(path, Self.scan, "副本.pdf", fields).status == .seeOther)
            let page = try await hr.get(path).text
            #expect(page.contains("就业许可.pdf") && page.contains("30 天后到期"))
            let ids = try await office.house.database.read { tx in
                try tx.rows("select id from documents order by id") { row in try row.value(Int64.self) }
            }
            let file = try await hr.get("\(path)/\(ids[0])/file")
            #expect(Data(file.body.readableBytesView) == Self.scan)
            #expect(file.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            #expect(
                try await office.value(
                    "select count(*) from audit_entries where action = 'documents.read'", as: Int.self) == 1)
            // One that runs out is a finding.
            let findings = try await office.house.database.read { tx in
                try QualityBoard.findings(
                    about: office.li, today: office.today, as: .program(Capability.ofOrganization), tx)
            }
            #expect(findings.contains(.documentExpiring))
            let shelf = try Documents.shelf(office.house)
            let hash = FileShelf.hash(of: Self.scan)
            #expect(try await hr.post("\(path)/\(ids[0])/deletion").status == .seeOther)
            #expect(try await shelf.has(hash))
            #expect(try await hr.post("\(path)/\(ids[1])/deletion").status == .seeOther)
            #expect(try await !shelf.has(hash))
            #expect(try await hr.get("\(path)/\(ids[1])/file").status == .notFound)
        }
    }

    @Test func whatCannotBeKeptIsRefusedAtItsField() async throws {
        try await Office.open { office in
            let hr = try await office.visitor(.hr)
            let path = "/people/\(office.li)/documents"
            #expect(try await hr.upload(path, Data(), "空.pdf", ["document_kind": "other"]).refuses("file"))
            #expect(try await hr.upload(path, Self.scan, "a.pdf").refuses("document_kind"))
            let large = Data(count: DocumentForm.limit + 1)
            #expect(try await hr.upload(path, large, "a.pdf", ["document_kind": "other"]).refuses("file"))
            // HR edits no pay, so it keeps no pay documents.
            let pay = try await hr.upload(path, Self.scan, "a.pdf", ["document_kind": "other", "class": "pay"])
            #expect(pay.status == .unprocessableContent)
            #expect(try await office.value("select count(*) from documents", as: Int.self) == 0)
            #expect(try await !Documents.shelf(office.house).has(FileShelf.hash(of: Self.scan)))
        }
    }

    @Test func aDocumentIsSeenByItsClass() async throws {
        try await Office.open { office in
            let hr = try await office.visitor(.hr)
            let path = "/people/\(office.li)/documents"
            _ = try await hr.upload(path, Self.scan, "身份证.pdf", ["document_kind": "identityPaper"])
            let id = try await office.value("select id from documents", as: Int64.self) ?? 0
            let boss = try await office.visitor(.manager, as: office.boss)
            #expect(!(try await boss.get(path).text.contains("身份证.pdf")))
            #expect(try await boss.get("\(path)/\(id)/file").status == .notFound)
            #expect(try await boss.upload(path, Self.scan, "a.pdf", ["document_kind": "other"]).status == .notFound)
            let elsewhere = try await office.visitor(.hr, unit: office.service)
            #expect(try await elsewhere.get(path).status == .notFound)
            #expect(try await elsewhere.get("\(path)/\(id)/deletion").status == .notFound)
            #expect(try await elsewhere.post("\(path)/\(id)/deletion").status == .notFound)
            let own = try await office.visitor(.employee, as: office.li)
            #expect(try await own.get(path).text.contains("身份证.pdf"))
        }
    }

    @Test func damageIsNoticed() async throws {
        try await Office.open { office in
            let shelf = try FileShelf(office.house, "documents")
            let hash = try await shelf.keep(Self.scan)
            let place = "\(office.house.folder)/documents/\(hash.prefix(2))/\(hash)"
            try Data("another".utf8).write(to: URL(fileURLWithPath: place))
            await #expect(throws: FileShelfRefusal.damaged) { try await shelf.content(hash) }
            try await shelf.remove(hash)
            await #expect(throws: FileShelfRefusal.gone) { try await shelf.content(hash) }
        }
    }

    @Test func aPhotoStandsInTheHeadOfTheRecord() async throws {
        try await Office.open { office in
            let hr = try await office.visitor(.hr)
            let (person, path) = ("/people/\(office.li)", "/people/\(office.li)/documents")
            let image = Data([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
            // Told by its bytes, not by its name.
            #expect(try await hr.upload(path, Self.scan, "a.png", ["document_kind": "photo"]).refuses("file"))
            #expect(try await hr.upload(path, image, "照片.png", ["document_kind": "photo"]).status == .seeOther)
            let id = try await office.value("select id from documents", as: Int64.self) ?? 0
            let photo = "\(path)/\(id)/photo"
            #expect(try await hr.get(person).text.contains("src=\"\(photo)\""))
            let answer = try await hr.get(photo)
            #expect(Data(answer.body.readableBytesView) == image)
            #expect(answer.headers[.contentType] == "image/png")
            #expect(answer.headers[.contentDisposition] == "inline")
            #expect(answer.headers[.xContentTypeOptions] == "nosniff")
            #expect(answer.headers[.cacheControl] == "private, max-age=3600")
            let elsewhere = try await office.visitor(.hr, unit: office.service)
            #expect(try await elsewhere.get(photo).status == .notFound)
            // Another document is no photo, whatever its address.
            _ = try await hr.upload(path, image, "b.png", ["document_kind": "other"])
            let other = try await office.value("select max(id) from documents", as: Int64.self) ?? 0
            #expect(try await hr.get("\(path)/\(other)/photo").status == .notFound)
            // Nobody sets their own.
            let own = try await office.visitor(.employee, as: office.li)
            #expect(try await own.upload(path, image, "c.png", ["document_kind": "photo"]).status != .seeOther)
        }
    }
}
