import Kernel

extension Compensation {
    /// Computes it.
    ///
    /// The pay counts as it is up to exactly three times the local average, without any limit of years; one fen more, and
    /// pay counts three times the average and years at most twelve (SV03 against SV04).
    package init(_ inputs: Inputs) throws(CompensationRefusal) {
        guard let served = ServiceYears(from: inputs.start, through: inputs.lastDay) else {
            throw .endsBeforeStart(inputs.start, inputs.lastDay)
        }
        let amounts = [inputs.averagePay, inputs.localAverage, inputs.localMinimum, inputs.lastMonthPay]
        guard amounts.allSatisfy({ $0.map { !$0.isNegative } ?? true }) else { throw .negativePay }
        if inputs.basis == .plusMonth, inputs.lastMonthPay == nil { throw .lastMonthPayMissing }
        do throws(MoneyRefusal) {
            let floored = max(inputs.averagePay, inputs.localMinimum ?? inputs.averagePay)
            let limit = try inputs.localAverage.map { average throws(MoneyRefusal) in try average * 3 }
            let capped = limit.map { floored > $0 } ?? false
            let pay = capped ? limit ?? floored : floored
            let years = capped ? min(served, ServiceYears(halves: 24)) : served
            // Half a year's share may leave half a fen; it goes up, as Chinese payrolls round.
            let n = try (pay * Int64(years.halves)).multiplied(
                by: Rate(billionths: 500_000_000), rounding: .halfAwayFromZero)
            let extra: Money =
                switch inputs.basis {
                case .plain: .zero
                case .plusMonth: inputs.lastMonthPay ?? .zero
                case .double: n
                }
            (self.inputs, servedYears, self.years, monthlyPay) = (inputs, served, years, pay)
            (isCapped, self.n, self.extra, total) = (capped, n, extra, try n + extra)
            steps = Self.steps(inputs, served, years, limit, floored, pay, n, extra, try n + extra)
            cautions = Self.cautions(inputs)
        } catch { throw .amount(error) }
    }

    private static func steps(
        _ inputs: Inputs, _ served: ServiceYears, _ years: ServiceYears, _ limit: Money?, _ floored: Money,
        _ pay: Money, _ n: Money, _ extra: Money, _ total: Money
    ) -> [CalculationStep] {
        let capped = pay < floored
        var steps = [serviceStep(inputs, served), payStep(inputs, floored)]
        if let limit, let average = inputs.localAverage {
            steps.append(limitStep(average, limit, floored, pay, capped: capped))
            if capped { steps.append(yearsStep(served, years)) }
        }
        steps.append(
            CalculationStep(
                label: Phrase(zh: "经济补偿（N）", en: "Compensation (N)"),
                formula: Phrase(
                    zh: "\(pay.text(in: .zh)) × \(years.text) 年",
                    en: "\(pay.text(in: .en)) × \(years.text) years"),
                figure: n.phrase, source: LawArticle.contractLaw("47").name))
        if inputs.basis != .plain { steps.append(extraStep(inputs.basis, extra)) }
        steps.append(
            CalculationStep(
                label: Phrase(zh: "合计（\(inputs.basis.rawValue)）", en: "Total (\(inputs.basis.rawValue))"),
                formula: Phrase(
                    zh: "\(n.text(in: .zh)) + \(extra.text(in: .zh))", en: "\(n.text(in: .en)) + \(extra.text(in: .en))"
                ),
                figure: total.phrase, source: inputs.basis.article.name))
        return steps
    }

    private static func serviceStep(_ inputs: Inputs, _ served: ServiceYears) -> CalculationStep {
        CalculationStep(
            label: Phrase(zh: "工作年限", en: "Years of service"),
            formula: Phrase(
                zh: "\(inputs.start) 至 \(inputs.lastDay)；满六个月按一年，不满六个月按半年",
                en: "\(inputs.start) to \(inputs.lastDay); six months or more count as a year, less as half a year"),
            figure: Phrase(zh: "\(served.text) 年", en: "\(served.text) years"),
            source: LawArticle.contractLaw("47").name)
    }

    private static func payStep(_ inputs: Inputs, _ floored: Money) -> CalculationStep {
        let average = Phrase(
            zh: "离职前 12 个月平均应发工资 \(inputs.averagePay.text(in: .zh))",
            en: "Average gross pay of the last 12 months, \(inputs.averagePay.text(in: .en))")
        let minimum = inputs.localMinimum.map {
            Phrase(
                zh: "，不低于当地最低工资 \($0.text(in: .zh))", en: ", not below the local minimum of \($0.text(in: .en))")
        }
        return CalculationStep(
            label: Phrase(zh: "月工资", en: "Monthly pay"), formula: minimum.map { average + $0 } ?? average,
            figure: floored.phrase, source: LawArticle.regulation("27").name)
    }

    private static func limitStep(
        _ average: Money, _ limit: Money, _ floored: Money, _ pay: Money, capped: Bool
    ) -> CalculationStep {
        CalculationStep(
            label: Phrase(zh: "三倍封顶", en: "Limit of three times the average"),
            formula: Phrase(
                zh: "当地月平均工资 \(average.text(in: .zh)) × 3 = \(limit.text(in: .zh))，"
                    + (capped ? "月工资高于此数，按三倍计" : "月工资未高于此数，不封顶"),
                en: "Local average \(average.text(in: .en)) × 3 = \(limit.text(in: .en)); "
                    + (capped ? "the pay is above it and counts as much" : "the pay is not above it and stays")),
            figure: pay.phrase, source: LawArticle.contractLaw("47").name)
    }

    private static func yearsStep(_ served: ServiceYears, _ years: ServiceYears) -> CalculationStep {
        CalculationStep(
            label: Phrase(zh: "年限封顶", en: "Limit of twelve years"),
            formula: Phrase(
                zh: "月工资封顶时年限不超过 12 年：\(served.text) 年与 12 年取较小者",
                en: "With capped pay at most 12 years count: the lesser of \(served.text) and 12"),
            figure: Phrase(zh: "\(years.text) 年", en: "\(years.text) years"),
            source: LawArticle.contractLaw("47").name)
    }

    private static func extraStep(_ basis: Basis, _ extra: Money) -> CalculationStep {
        basis == .double
            ? CalculationStep(
                label: Phrase(zh: "赔偿金的另一倍", en: "The second N"),
                formula: Phrase(zh: "违法解除按二倍支付，不另付代通知金", en: "Unlawful ending costs twice N, without pay in lieu"),
                figure: extra.phrase, source: basis.article.name)
            : CalculationStep(
                label: Phrase(zh: "代通知金（+1）", en: "Pay in lieu of notice (+1)"),
                formula: Phrase(zh: "上个月工资，不受三倍封顶限制", en: "Last month's pay, without the limit"),
                figure: extra.phrase, source: basis.article.name)
    }

    private static func cautions(_ inputs: Inputs) -> [Phrase] {
        var cautions: [Phrase] = []
        if inputs.localAverage == nil {
            cautions.append(
                Phrase(
                    zh: "未设置当地月平均工资，没有检查三倍封顶和 12 年上限。请在设置中补充后重新计算。",
                    en: "The local average pay is not set, so the limits were not checked. Set it and compute again."))
        }
        if inputs.localMinimum == nil {
            cautions.append(
                Phrase(
                    zh: "未设置当地最低工资，没有检查月工资下限。请在设置中补充后重新计算。",
                    en: "The local minimum wage is not set, so the floor was not checked. Set it and compute again."))
        }
        if let law = Day(iso: "2008-01-01"), inputs.start < law {
            cautions.append(
                Phrase(
                    zh: "2008 年以前的工作年限应按当时的规定分段计算（《劳动合同法》第97条）。此处全部按现行规定计算，请人工核对。",
                    en: "Service before 2008 follows the rules of its time (Labour Contract Law, art. 97). "
                        + "All of it is computed by today's rule here: check it by hand."))
        }
        return cautions
    }
}

extension Compensation.Basis {
    /// The article that grants it.
    package var article: LawArticle {
        switch self {
        case .plain: .contractLaw("46")
        case .plusMonth: .contractLaw("40")
        case .double: .contractLaw("87")
        }
    }
}
