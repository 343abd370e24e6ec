import GRDB
import Hummingbird

// The directory as the plainest program would serve it: one route, one question to the database, one string.
// No sign-in, no access rules, no languages, no frame. The measure of what Tenure's page costs on top.
// Usage: bare-directory DATABASE PORT

private struct Line: FetchableRecord, Decodable {
    let person_id: Int64
    let number: String
    let name: String
    let unit_name: String?
    let position: String?
    let manager_name: String?
    let hired_on: String?
    let work_phone: String?
    let status: String
    let sort_key: String
}

private func escaped(_ text: String?) -> String {
    guard let text else { return "—" }
    guard text.utf8.contains(where: { [38, 60, 62, 34].contains($0) }) else { return text }
    return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        .replacing("\"", with: "&quot;")
}

var configuration = Configuration()
configuration.persistentReadOnlyConnections = true
configuration.readonly = true
let pool = try DatabasePool(path: CommandLine.arguments[1], configuration: configuration)
let count = try pool.read { try Int.fetchOne($0, sql: "select count(*) from staff where is_employed = 1") ?? 0 }
let router = Router()
router.get("people") { request, _ in
    let after = request.uri.queryParameters["after"].flatMap { Int64($0) }
    let lines = try await pool.read { database in
        if let after {
            return try Line.fetchAll(
                database.cachedStatement(
                    sql: """
                        select person_id, number, name, unit_name, position, manager_name, hired_on, work_phone,
                            status, sort_key
                        from staff where is_employed = 1 and (sort_key, person_id) >
                            (select sort_key, person_id from staff where person_id = ?) order by sort_key, person_id limit 50
                        """), arguments: [after])
        }
        return try Line.fetchAll(
            database.cachedStatement(
                sql: """
                    select person_id, number, name, unit_name, position, manager_name, hired_on, work_phone, status,
                        sort_key
                    from staff where is_employed = 1 order by sort_key, person_id limit 50
                    """))
    }
    var page = "<!doctype html><title>People</title><h1>People</h1><p>\(count)</p><table><tbody>"
    for line in lines {
        page += """
            <tr><th scope="row"><a href="/people/\(line.person_id)">\(escaped(line.name))</a></th>\
            <td>\(escaped(line.number))</td><td>\(escaped(line.unit_name))</td><td>\(escaped(line.position))</td>\
            <td>\(escaped(line.manager_name))</td><td>\(escaped(line.hired_on))</td><td>\(escaped(line.work_phone))</td>\
            <td>\(escaped(line.status))</td></tr>
            """
    }
    page += "</tbody></table>"
    if let last = lines.last { page += "<a href=\"/people?after=\(last.person_id)\">Next</a>" }
    return Response(
        status: .ok, headers: [.contentType: "text/html; charset=utf-8"], body: .init(byteBuffer: .init(string: page)))
}
let application = Application(
    router: router, configuration: .init(address: .hostname("127.0.0.1", port: Int(CommandLine.arguments[2])!)))
try await application.runService()
