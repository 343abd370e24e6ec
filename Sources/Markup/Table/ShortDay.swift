import Kernel

/// A day in a column of days: 2026-11-22 on one line, without a text made for each.
struct ShortDay: Written {
    let day: Day

    func write(to sink: inout ByteSink, in language: Language) {
        let (year, month, day) = day.parts
        sink.append("<time>")
        sink.append(number: year, width: 4)
        sink.append("-")
        sink.append(number: month, width: 2)
        sink.append("-")
        sink.append(number: day, width: 2)
        sink.append("</time>")
    }
}
