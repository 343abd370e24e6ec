import Kernel
import Organization
import Shell

/// The company as the sheets other systems would send: for import tests and benchmarks. Each goes through the import like
/// anybody's own file.
extension ShowcaseCompany {
    /// A line per employment, of somebody who returned the earlier one first.
    package func staffLines(_ body: (String) throws -> Void) rethrows {
        try body(SampleStaff.header.joined(separator: ",") + "\n")
        var posts = [Int](repeating: 0, count: employments.count)
        for (place, post) in assignments.enumerated() { posts[post.employment] = place }
        var terms = [Int?](repeating: nil, count: employments.count)
        for (place, contract) in contracts.enumerated()
        where contract.start <= today || terms[contract.employment] == nil {
            terms[contract.employment] = place
        }
        var rates = [Int](repeating: 0, count: employments.count)
        for (place, rate) in pay.enumerated() { rates[rate.employment] = place }
        var ends = [Int?](repeating: nil, count: employments.count)
        for (place, separation) in separations.enumerated() { ends[separation.employment] = place }
        let paths = unitPaths
        for (index, employment) in employments.enumerated() {
            let person = people[employment.person]
            let post = assignments[posts[index]]
            let (contract, end) = (terms[index].map { contracts[$0] }, ends[index].map { separations[$0] })
            let cells: [String] = [
                person.number, person.name, person.gender.name.zh, person.birthday.iso, person.identity, person.phone,
                person.mail, paths[post.unit], positions[post.position].name, levels[post.level],
                post.manager.map { people[$0].number } ?? "", employment.kind.name.zh, state(employment).name.zh,
                employment.hired.iso, employment.probationEnd?.iso ?? "", employment.confirmed?.iso ?? "",
                employment.city, contract?.kind.name.zh ?? "", contract?.start.iso ?? "", contract?.last?.iso ?? "",
                contract?.signed.iso ?? "", person.education.name.zh, person.school, person.emergency?.name ?? "",
                person.emergency?.phone ?? "", person.emergency?.relation ?? "", person.bank, person.card,
                pay[rates[index]].monthly.decimal, employment.last?.iso ?? "", end?.kind.name.zh ?? "",
                end?.reason.name.zh ?? "", "",
            ]
            try body(cells.joined(separator: ",") + "\n")
        }
    }

    package var staffCSV: String { text { body in staffLines(body) } }

    /// A line per separation, by the day notice was given.
    package var separationsCSV: String {
        text { body in
            body("工号,姓名,离职日期,提出日期,离职类型,离职原因,是否遗憾离职\n")
            for separation in separations {
                let person = people[employments[separation.employment].person]
                let cells = [
                    person.number, person.name, separation.last.iso, separation.notice.iso, separation.kind.name.zh,
                    separation.reason.name.zh, separation.regret?.name.zh ?? "",
                ]
                body(cells.joined(separator: ",") + "\n")
            }
        }
    }

    /// A line per value of a metric, in the order of days within each metric.
    /// - Parameter most: how many lines of values; the first ones.
    package func metricLines(atMost most: Int = .max, _ body: (String) throws -> Void) rethrows {
        try body("工号,日期,指标,数值,得知日期\n")
        var left = most
        for metric in ShowcaseMetric.allCases {
            var (day, dayText) = (Int32.min, "")
            for value in values(of: metric).prefix(left) {
                if value.day != day { (day, dayText) = (value.day, Day(number: Int(value.day)).iso) }
                let number = metric.decimal(value)
                let known = Day(number: Int(value.knownOn)).iso
                try body("\(people[Int(value.person)].number),\(dayText),\(metric.code),\(number),\(known)\n")
            }
            left -= min(left, values(of: metric).count)
        }
    }

    package func metricsCSV(atMost most: Int = .max) -> String { text { body in metricLines(atMost: most, body) } }

    private func text(_ write: ((String) -> Void) -> Void) -> String {
        var text = ""
        write { text += $0 }
        return text
    }

    /// As the state column of a staff sheet says it.
    func state(_ employment: ShowcaseEmployment) -> EmploymentState {
        if employment.hired > today { return .planned }
        if let last = employment.last, last < today { return .left }
        return employment.probationEnd.map { $0 >= today } ?? false ? .probation : .regular
    }

    /// `启明商贸/总部/研发部/一组`
    package var unitPaths: [String] {
        var paths: [String] = []
        for unit in units { paths.append((unit.parent.map { paths[$0] + "/" } ?? "") + unit.name) }
        return paths
    }
}

extension Money {
    /// `12000.50`, as sheets write it.
    fileprivate var decimal: String { "\(fen / 100)." + (fen % 100 < 10 ? "0" : "") + "\(fen % 100)" }
}

extension ShowcaseMetric {
    /// The value as it is written: exact, since it is kept as a whole number; money in yuan.
    func decimal(_ value: ShowcaseValue) -> String {
        let digits = unit == .money ? 2 : digits
        guard digits > 0 else { return "\(value.scaled)" }
        let text = "\(abs(value.scaled))"
        let padded = String(repeating: "0", count: max(0, digits + 1 - text.utf8.count)) + text
        return (value.scaled < 0 ? "-" : "") + padded.dropLast(digits) + "." + padded.suffix(digits)
    }
}
