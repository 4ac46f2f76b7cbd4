/// What the names that pages give to their parts (classes and identifiers) say of them.
struct PageNames {
    struct Meaning {
        var isAside = false
        var isTitle = false
    }

    /// Words that site builders call the parts around an article by. They are English and pinyin abbreviations, as names are.
    private static let asides: Set<String> = [
        "nav", "navi", "navigation", "navbar", "menu", "submenu", "topmenu", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "position",
        "location", "weizhi", "dqwz", "sidebar", "leftnav", "aside", "share", "bdshare", "bshare", "jiathis", "fenxiang",
        "bdsharebuttonbox", "social", "footer",
        "copyright",
        "friendlink", "friendlinks", "login", "searchbox", "related", "xgyd", "xgxx", "xgwz", "prevnext", "prenext", "pager", "pagination",
        "dayin", "toolbar", "toolbox", "qrcode", "ewm", "erweima", "topbar", "banner", "fontsize", "wza", "advert", "popup", "modal",
        "comments", "bjr", "buttons", "logo", "sitename", "side", "sider", "hot", "ranking",
        "recommend", "tuijian",
    ]

    private static let titles: Set<String> = [
        "title", "tit", "titles", "biaoti", "bt", "headline", "arttitle", "articletitle", "contenttitle", "newstitle", "subject",
        "ucaptitle",
    ]

    /// For each first letter a bit for each length of the words that begin with it: with most words of a page none of them is to be compared.
    private static let lengths: [UInt64] = asides.union(titles).reduce(into: [UInt64](repeating: 0, count: 32)) { lengths, word in
        if let first = word.utf8.first { lengths[Int(first & 31)] |= 1 << UInt64(word.utf8.count & 63) }
    }

    /// Lists of names met before; pages repeat few.
    private var known = [(names: ArraySlice<UInt8>, meaning: Meaning)](repeating: ([], Meaning()), count: 64)

    /// The meaning of a list of names, cut into words at signs, digits and capitals. Of a long list the first words count.
    mutating func meaning(of names: ArraySlice<UInt8>) -> Meaning {
        let names = names.prefix(256)
        guard let first = names.first, let last = names.last else { return Meaning() }
        let slot = (names.count &* 7 &+ Int(first) &* 3 &+ Int(last)) & 63
        if known[slot].names != names { known[slot] = (names, Self.meaning(of: names)) }
        return known[slot].meaning
    }

    private static func meaning(of names: ArraySlice<UInt8>) -> Meaning {
        var meaning = Meaning()
        var word: [UInt8] = []
        var previousIsLower = false
        func finish(_ letters: [UInt8]) {
            guard let first = letters.first, lengths[Int(first & 31)] >> UInt64(letters.count & 63) & 1 != 0 else { return }
            let word = String(decoding: letters, as: UTF8.self)
            if asides.contains(word) { meaning.isAside = true }
            if titles.contains(word) { meaning.isTitle = true }
        }
        var whole: [UInt8] = []
        for byte in names {
            let isUpper = (0x41...0x5A).contains(byte)
            let isLower = (0x61...0x7A).contains(byte)
            guard isUpper || isLower else {
                finish(word)
                if whole.count > word.count { finish(whole) }
                word = []
                if byte <= 0x20 || byte == 0x2D || byte == 0x5F { whole = [] }
                previousIsLower = false
                continue
            }
            if isUpper, previousIsLower {
                finish(word)
                word = []
            }
            word.append(byte | 0x20)
            whole.append(byte | 0x20)
            previousIsLower = isLower
        }
        finish(word)
        if whole.count > word.count { finish(whole) }
        return meaning
    }
}
