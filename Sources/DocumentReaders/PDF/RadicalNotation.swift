/// Characters for radicals, which fonts share with those for words, so that a file may name the one where the other is meant.
enum RadicalNotation {
    /// The character for a word; what is no radical is itself.
    static func character(for scalar: Unicode.Scalar) -> Unicode.Scalar {
        let value = scalar.value
        guard 0x2E80..<0x2FD6 ~= value else { return scalar }
        if value >= 0x2F00 { return kangxi[Int(value - 0x2F00)] }
        return supplement[value] ?? scalar
    }

    /// - Source: Unicode 15, compatibility decompositions of U+2F00–2FD5.
    private static let kangxi: [Unicode.Scalar] = Array(
        ("一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴"
            + "廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿"
            + "目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵"
            + "邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠").unicodeScalars)

    /// - Source: Unicode 15, EquivalentUnifiedIdeograph, those that are characters of today's texts.
    private static let supplement: [UInt32: Unicode.Scalar] = [
        0x2E81: "厂", 0x2E9F: "母", 0x2EA0: "民", 0x2EC5: "见", 0x2EC9: "贝", 0x2ECB: "车",
        0x2ED3: "长", 0x2ED4: "门", 0x2ED9: "韦", 0x2EDA: "页", 0x2EDB: "风", 0x2EDC: "飞",
        0x2EDD: "食", 0x2EE2: "马", 0x2EE5: "鱼", 0x2EE6: "鸟", 0x2EE7: "卤", 0x2EE8: "麦",
        0x2EE9: "黄", 0x2EEC: "齐", 0x2EEE: "齿", 0x2EF0: "龙", 0x2EF3: "龟",
    ]
}
