/// Readings that characters have as surnames only, or that are fixed here so that no library decides them.
///
/// From common knowledge of Chinese surnames; tones included, so that a surname files among its homophones.
enum Surnames {
    /// The readings of the surname that opens a name, two characters before one; empty when it has none of its
    /// own. A name with a separating dot renders another language and opens with no Chinese surname.
    static func readings(opening name: [Unicode.Scalar]) -> [PinyinReader.Reading] {
        guard let first = name.first, first.isHan, !name.contains("·"), !name.contains("•") else { return [] }
        if name.count > 1, let double = double[[first, name[1]]] { return double }
        return single[first].map { [$0] } ?? []
    }

    static let single: [Unicode.Scalar: PinyinReader.Reading] = {
        var table: [Unicode.Scalar: PinyinReader.Reading] = [:]
        for (characters, reading) in entries(singles) {
            for scalar in characters.unicodeScalars { table[scalar] = reading[0] }
        }
        return table
    }()

    static let double: [[Unicode.Scalar]: [PinyinReader.Reading]] = {
        var table: [[Unicode.Scalar]: [PinyinReader.Reading]] = [:]
        for (characters, reading) in entries(doubles) {
            let scalars = Array(characters.unicodeScalars)
            for start in stride(from: 0, to: scalars.count - 1, by: 2) {
                table[[scalars[start], scalars[start + 1]]] = reading
            }
        }
        return table
    }()

    private static func entries(_ list: String) -> [(characters: String, reading: [PinyinReader.Reading])] {
        list.split(separator: " ").map { entry in
            let characters = entry.prefix { !$0.isASCII }
            let syllables = entry.dropFirst(characters.count).split(separator: "'").map { syllable in
                PinyinReader.Reading(syllable: String(syllable.dropLast()), tone: syllable.last?.wholeNumberValue ?? 0)
            }
            return (String(characters), syllables)
        }
    }

    /// Simplified form first, then traditional.
    private static let singles = """
        单單shan4 曾zeng1 仇qiu2 解xie4 查zha1 任ren2 区區ou1 朴piao2 盖蓋ge3 葛ge3 翟zhai2 乐樂yue4 缪繆miao4 冼xian3 洗xian3 \
        员員yun4 秘bi4 召shao4 逄pang2 牟mu4 繁po2 种chong2 折she2 黑he4 那na1 覃qin2 隗wei3 祭zhai4 佴nai4 应應ying1 燕yan1 \
        訾zi1 郗xi1 阚闞kan4 郇xun2 幺yao1 哈ha3 句gou1 重chong2 车車che1 盛sheng4 石shi2 华華hua4 宁寧ning2 费費fei4 纪紀ji3 \
        尉wei4
        """

    private static let doubles = """
        尉迟尉遲yu4'chi2 万俟mo4'qi2 长孙長孫zhang3'sun1 令狐ling2'hu2 单于單于chan2'yu2 澹台澹臺tan2'tai2 \
        欧阳歐陽ou1'yang2 司马司馬si1'ma3 上官shang4'guan1 诸葛諸葛zhu1'ge3 夏侯xia4'hou2 皇甫huang2'fu3 慕容mu4'rong2 \
        公孙公孫gong1'sun1 司徒si1'tu2 东方東方dong1'fang1 独孤獨孤du2'gu1 南宫南宮nan2'gong1 闻人聞人wen2'ren2 \
        宇文yu3'wen2 赫连赫連he4'lian2 呼延hu1'yan2 轩辕軒轅xuan1'yuan2
        """
}
