import Kernel
import Markup

/// Titles and explanations that only the page has.
extension ReportWords {
    static let overall = Phrase(zh: "全体", en: "Everyone")
    static let everyone = Phrase(zh: "全部", en: "Everyone")
    static let otherwise = Phrase(zh: "其余", en: "All others")
    static let yes = Phrase(zh: "是", en: "Yes")
    static let tiersTable = Phrase(zh: "各层的预计与实际", en: "Predicted and actual by tier")
    static let stayingTable = Phrase(zh: "几个时间点上仍在的比例", en: "Share still there at a few times")
    static let effectTable = Phrase(zh: "估计与依据", en: "The estimate and what it rests on")
    static let fairnessTable = Phrase(zh: "各群体的数字", en: "Figures by group")
    static let driftTable = Phrase(zh: "各列的 PSI", en: "PSI by column")
    static let inWords = Phrase(zh: "换句话说", en: "In words")
    static let scoredRows = Phrase(zh: "打分的行", en: "Scored")
    static let eventCount = Phrase(zh: "出现结果", en: "With the outcome")
    static let usedRows = Phrase(zh: "可用的行", en: "Rows used")
    static let medianTime = Phrase(zh: "中位时间", en: "Median time")
    static let start = Phrase(zh: "起点", en: "Start")
    static let total = Phrase(zh: "合计", en: "Total")

    static let whiskers = Phrase(
        zh: "细线是 95% 区间；竖线是全体的比例。", en: "Thin lines are 95% intervals; the upright line is the overall share.")
    static let restOfList = Phrase(
        zh: "其余各行见表格文件或 JSON 文件。", en: "The other rows are in the workbook and the JSON file.")
    static let sumOfContributions = Phrase(
        zh: "起点加上各项依据（对数几率），再换算为概率。", en: "The start plus what each fact adds, in log-odds, turned into a probability.")

    static let driversTitle = Phrase(zh: "各列的重要性", en: "Importance of each column")
    static let curvesTitle = Phrase(zh: "比例怎样随它变化", en: "How the share changes with it")
    static let curvesExplained = Phrase(
        zh: "只改变这一列、其余不变时，模型预计的平均比例；色带是 95% 区间。",
        en: "The mean predicted share when only this column changes; bands are 95% intervals.")
    static let treeTitle = Phrase(zh: "规则图", en: "The rules as a tree")

    static let metricsTitle = Phrase(
        zh: "在没见过的行上的表现", en: "Performance on rows the model had not seen")
    static let calibrationTitle = Phrase(zh: "预计与实际", en: "Predicted and actual")
    static let calibrationExplained = Phrase(
        zh: "每个点是一组预计相近的行；点越靠近斜线，概率越属实。",
        en: "Each point is a group of rows with similar predictions; the nearer the line, the truer the probabilities.")
    static let candidatesTitle = Phrase(
        zh: "候选模型，以同样的行检验", en: "Candidates, judged on the same rows")

    static let pValue = Phrase(zh: "p 值", en: "p-value")
    static let truePositiveRate = Phrase(zh: "其中出现结果者", en: "Of those with the outcome")
    static let falsePositiveRate = Phrase(zh: "其中未出现者", en: "Of the others")

    static let survivalTitle = Phrase(zh: "仍在的比例随时间的变化", en: "Share still there over time")
    static let survivalExplained = Phrase(
        zh: "色带是 95% 区间；观察尚未结束的行也计算在内。", en: "Bands are 95% intervals; rows still under observation count.")

    static let gainTitle = Phrase(zh: "先对最有希望的人采取措施", en: "Treating the most promising first")
    static let gainExplained = Phrase(
        zh: "按预计效果由大到小采取措施时的累计收益；虚线是随机挑选。",
        en: "Cumulative gain when rows are treated by predicted effect; the dashed line is a random choice.")
    static let treatedShare = Phrase(zh: "采取措施的比例", en: "Share treated")
    static let gain = Phrase(zh: "累计收益", en: "Cumulative gain")
    static let bestFirst = Phrase(zh: "最有希望的在先", en: "Most promising first")
    static let atRandom = Phrase(zh: "随机", en: "At random")
    static let balanceTitle = Phrase(zh: "两组是否可比", en: "Are the groups comparable?")

    static let file = Phrase(zh: "文件", en: "File")
    static let sheet = Phrase(zh: "工作表", en: "Sheet")
    static let encoding = Phrase(zh: "编码", en: "Encoding")
    static let headerLine = Phrase(zh: "表头所在行", en: "Header on line")
    static let extent = Phrase(zh: "大小", en: "Size")
    static let unreadable = Phrase(zh: "读不出的单元格，按缺失处理", en: "Unreadable cells, counted as missing")
    static let examples = Phrase(zh: "例子", en: "Examples")

    static let outcome = Phrase(zh: "结果", en: "Outcome")
    static let validation = Phrase(zh: "验证方式", en: "Validation")
    static let folds = Phrase(zh: "分份", en: "Parts")
    static let seed = Phrase(zh: "随机种子", en: "Seed")
    static let calibrationMethod = Phrase(zh: "校准", en: "Calibration")
    static let duration = Phrase(zh: "时长列", en: "Duration column")
    static let treatment = Phrase(zh: "措施", en: "Treatment")
    static let designTitle = Phrase(zh: "估计方法", en: "Design")

    static func shown(_ part: Int, of all: Int) -> Phrase {
        let total = NumberFormat.count.text(Double(all), in: .zh)
        return Phrase(zh: "前 \(part) 行，共 \(total) 行", en: "First \(part) of \(total)")
    }

    static func factsUsed(_ count: Int) -> Phrase {
        Phrase(zh: "用来学习的 \(count) 列", en: count == 1 ? "The column learned from" : "The \(count) columns learned from")
    }

    /// 「离职」为「是」（由系统提出：…）
    static func outcome(_ note: OutcomeNote) -> Phrase {
        let named = Phrase(zh: "「\(note.column)」为「\(note.positive)」", en: "“\(note.column)” is “\(note.positive)”")
        guard note.proposed else { return named }
        return Phrase(
            zh: named.zh + "（由系统提出" + (note.reason.map { "：\($0.zh)" } ?? "") + "）",
            en: named.en + " (proposed by Tenure" + (note.reason.map { ": \($0.en)" } ?? "") + ")")
    }

    static func treatment(_ column: String, _ note: OutcomeNote) -> Phrase {
        let treated = note.treated ?? ""
        let zh = "「\(column)」为「\(treated)」" + (note.control.map { "，与「\($0)」比较" } ?? "")
        let en = "“\(column)” is “\(treated)”" + (note.control.map { ", against “\($0)”" } ?? "")
        return Phrase(zh: zh, en: en)
    }
}
