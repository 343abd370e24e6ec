import Foundation
import Kernel
import Organization

extension Demonstrating {
    /// Departments that change places at headquarters: there sit staff, money and development, so that a company of
    /// three hundred has them as well.
    private static let twins: [String: String] = {
        let pairs = [("销售部", "人力资源部"), ("客户成功部", "财务部"), ("市场部", "研发部")]
        return Dictionary(uniqueKeysWithValues: pairs + pairs.map { ($0.1, $0.0) })
    }()
    private static let jobs = [
        "销售部": "销售代表", "客户成功部": "客户经理", "市场部": "市场专员", "财务部": "会计", "人力资源部": "人事专员", "研发部": "软件工程师",
    ]
    private static let unit = SampleStaff.header.firstIndex(of: "部门") ?? 0
    private static let position = SampleStaff.header.firstIndex(of: "岗位") ?? 0

    /// Writes the staff sheet of the demonstration company, line by line; its owner alone can read it.
    static func write(_ staff: SampleStaff, to path: String) throws {
        guard
            FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let file = FileHandle(forWritingAtPath: path)
        else { throw ServerRefusal.folderNotWritable(path: path) }
        defer { try? file.close() }
        var block = ""
        try staff.lines { line in
            block += settled(line)
            guard block.utf8.count > 1 << 18 else { return }
            try file.write(contentsOf: Data(block.utf8))
            block = ""
        }
        try file.write(contentsOf: Data(block.utf8))
    }

    /// The line with its department as the demonstration company has it.
    private static func settled(_ line: String) -> String {
        var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        var units = cells[unit].split(separator: "/").map(String.init)
        guard units.count > 2, units[1] == "总部", let twin = twins[units[2]] else { return line }
        let department = units[2]
        units[2] = twin
        cells[unit] = units.joined(separator: "/")
        cells[position] =
            if cells[position] == jobs[department] {
                jobs[twin] ?? cells[position]
            } else {
                cells[position].replacing(department.dropLast(), with: twin.dropLast())
            }
        return cells.joined(separator: ",")
    }
}
