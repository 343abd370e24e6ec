import Foundation
import Kernel

/// Tells numbers that name a record from numbers that measure one.
struct IdentifierCheck {
    let column: Column
    let kind: ColumnKind
    let profile: ColumnProfile

    func finding() -> HygieneFinding? {
        guard profile.present >= 20, kind != .day, kind != .percentage, kind != .yesNo else { return nil }
        let named = ColumnNames.saysIdentifier(column.name)
        let pointsAtRows = column.isNumeric ? isNumbering : profile.distinctShare > 0.95
        guard pointsAtRows || (named && profile.distinctShare > 0.3 && (!column.isNumeric || isWhole)) else {
            return nil
        }
        let share = FactFormat.share(profile.distinctShare)
        return HygieneFinding(
            column: column.name, action: .dropped, cause: .identifier,
            reason: Phrase(
                zh: "标识信息：\(share) 的取值互不相同，只能指认是谁，不能说明原因",
                en: "An identifier: \(share) of its values are different, so it names records but explains nothing"))
    }

    /// Whole numbers that avoid each other more than measurements could.
    ///
    /// Among n measurements spread evenly over a range of r whole numbers about n²/2r pairs coincide, and more if they
    /// are spread unevenly. A tenth of that or less, where at least ten were to be expected, is a numbering.
    /// Long numbers of one length that never coincide (telephone, card, account) are codes too.
    private var isNumbering: Bool {
        guard isWhole, kind != .money, let range = profile.range, profile.distinctShare > 0.9 else { return false }
        let width = range.upperBound - range.lowerBound + 1
        if profile.isWhole {
            if avoidsItself(profile.present, profile.distinct, width) { return true }
        } else if let (present, distinct) = counted(), avoidsItself(present, distinct, width) {
            return true
        }
        let digits = { (value: Double) in String(Int64(value)).count }
        return profile.distinct == profile.present && range.upperBound < 1e18 && range.lowerBound > 0
            && digits(range.lowerBound) >= 8 && digits(range.lowerBound) == digits(range.upperBound)
    }

    private func avoidsItself(_ present: Int, _ distinct: Int, _ width: Double) -> Bool {
        let count = Double(present)
        // However narrow the range, no more than all but one can coincide.
        let expected = min(count * count / (2 * width), count / 2)
        return expected >= 10 && count - Double(distinct) <= 0.1 * expected
    }

    /// Values and different values over all rows of a column that was only sampled.
    private func counted() -> (present: Int, distinct: Int)? {
        guard case .numeric(let numbers) = column.values else { return nil }
        var seen = Set<Double>(minimumCapacity: numbers.count)
        var count = 0
        for number in numbers where !number.isNaN {
            count += 1
            seen.insert(number)
        }
        return (count, seen.count)
    }

    private var isWhole: Bool {
        guard case .numeric(let numbers) = column.values else { return false }
        return numbers.allSatisfy { $0.isNaN || $0 == $0.rounded() }
    }
}
