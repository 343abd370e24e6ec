import Foundation
import Testing

@testable import Shell
@testable import Tenure

/// Bodies as browsers send them (RFC 7578), and as nobody should.
struct MultipartTests {
    @Test(
        arguments: [
            ("multipart/form-data; boundary=abc", "abc"),
            ("multipart/form-data; boundary=\"a b'c\"", "a b'c"),
            ("Multipart/Form-Data; charset=utf-8; Boundary=----WebKitFormBoundaryX", "----WebKitFormBoundaryX"),
            ("multipart/form-data", nil),
            ("multipart/form-data; boundary=", nil),
            ("multipart/form-data; boundary=" + String(repeating: "b", count: 71), nil),
            ("application/x-www-form-urlencoded; boundary=abc", nil),
        ] as [(String, String?)])
    func boundaryOfHeader(_ header: String, _ expected: String?) {
        #expect(Multipart.boundary(of: header) == expected)
    }

    @Test func contentIsKeptToTheByte() throws {
        let content = Data([0, 13, 10, 45, 45, 13, 10, 13, 10, 255]) + Data("\r\n--edg\r\n--".utf8) + Data([13, 10])
        let body =
            Data("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a%22b;.csv\"\r\n\r\n".utf8)
            + content + Data("\r\n--edge\r\ncontent-disposition: form-data; name=\"empty\"\r\n\r\n\r\n--edge--".utf8)
        let parts = try Multipart.parts(of: body, boundary: "edge")
        #expect(parts.map(\.name) == ["file", "empty"])
        #expect(parts[0].fileName == "a\"b;.csv")
        #expect(Data(parts[0].content) == content)
        #expect(parts[1].fileName == nil)
        #expect(parts[1].content.isEmpty)
    }

    @Test(arguments: [
        "", "--edge", "--edge\r\n", "preamble--edge--", "--edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx",
        "--edge\r\nContent-Disposition: form-data\r\n\r\nx\r\n--edge--",
        "--edge\r\nContent-Disposition: form-data; name=\"a\r\n\r\nx\r\n--edge--",
        "--edge\r\nContent-Type: text/csv\r\n\r\nx\r\n--edge--", "--edge\r\nno gap\r\n--edge--",
        "--edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--edge", "--edge\r\n\r\n--edge--",
        "--edge\r\n--edge--",
    ])
    func brokenBodiesAreRefused(_ body: String) {
        #expect(throws: Multipart.Problem.self) { try Multipart.parts(of: Data(body.utf8), boundary: "edge") }
    }

    /// Every cut of a good body is refused and none reads past the end.
    @Test func truncatedBodiesAreRefused() {
        let body = Data(
            "--edge\r\nContent-Disposition: form-data; name=\"a\"; filename=\"b\"\r\n\r\nx,y\r\n1,2\r\n--edge--".utf8)
        for length in 0..<body.count {
            #expect(throws: Multipart.Problem.self) {
                try Multipart.parts(of: body.prefix(length), boundary: "edge")
            }
        }
        #expect(throws: Never.self) { try Multipart.parts(of: body, boundary: "edge") }
    }
}
