/// Names that people of China have, by sex and by the years in which they were given.
enum NameList {
    /// The commonest first; they are repeated below so that they come up more often.
    static let surnames: [String] = {
        let common = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗".map(String.init)
        let others =
            "郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
            .map(String.init)
        return common + common + common + common + others + ["欧阳", "诸葛"]
    }()

    static func given(isFemale: Bool, born year: Int, _ dice: inout Dice) -> String {
        switch (isFemale, year >= 1992) {
        case (true, true): dice.pick(youngWomen)
        case (true, false): dice.pick(women)
        case (false, true): dice.pick(youngMen)
        case (false, false): dice.pick(men)
        }
    }

    private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

    private static let women = words(
        "芳 娜 敏 静 丽 艳 娟 霞 燕 玲 桂英 秀英 丽娟 晓燕 海燕 红梅 雪梅 春梅 丽华 玉兰 淑华 秀兰 丽萍 建华 晓红 颖 琳 洁 倩 莉 慧 婷 晓敏 志红 文静 玉婷 小红 美玲 雅丽 晓霞")
    private static let men = words(
        "伟 强 磊 军 勇 杰 涛 超 明 刚 平 辉 鹏 斌 波 建国 建军 志强 志伟 国强 海涛 文斌 建平 晓东 永强 俊杰 立新 少华 国庆 宏伟 卫东 春生 振华 学军 世杰 志勇 金龙 德胜 家明 长江")
    private static let youngWomen = words(
        "欣怡 雨桐 梦瑶 佳怡 思琪 诗涵 晓彤 雅婷 嘉欣 雪婷 梓萱 可欣 静怡 婉婷 雨欣 佳慧 慧敏 思雨 若曦 雨涵 子怡 欣悦 婧 悦 璐 瑶 莹 萌 晨曦 语嫣 梦婷 心怡 楚楚 一诺 亦菲 紫涵 佳琪 思颖 雯 琪"
    )
    private static let youngMen = words(
        "浩然 子轩 宇航 俊豪 嘉豪 博文 天宇 泽宇 明轩 子涵 志远 文博 昊天 梓豪 俊熙 宇轩 家豪 伟杰 文轩 鹏飞 晨 帆 凯 阳 旭 睿 昊 翔 宇 浩 一鸣 思远 子豪 建宇 君浩 立诚 承志 星宇 逸飞 泽民")

    static let schools = [
        "浙江工业大学", "杭州电子科技大学", "上海理工大学", "上海师范大学", "深圳职业技术学院", "深圳大学", "北京工商大学", "首都经济贸易大学", "四川大学", "武汉科技大学", "湖南商学院",
        "江西财经大学", "安徽财经大学", "河北经贸大学", "南京审计大学", "广西大学",
    ]
    static let relations = ["配偶", "父亲", "母亲", "朋友"]
    static let banks = ["招商银行", "中国工商银行", "中国建设银行", "中国银行", "交通银行"]
}
