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

    /// The lists of names met last; pages repeat few.
    private var known: [ArraySlice<UInt8>: Meaning] = [:]
    private static let knownLimit = 1000

    /// The meaning of a list of names, cut into words at signs, digits and capitals. Of a long list the first words count.
    mutating func meaning(of names: ArraySlice<UInt8>) -> Meaning {
        let names = names.prefix(256)
        if let meaning = known[names] { return meaning }
        let meaning = Self.meaning(of: names)
        if known.count < Self.knownLimit { known[names] = meaning }
        return meaning
    }

    private static func meaning(of names: ArraySlice<UInt8>) -> Meaning {
        var meaning = Meaning()
        var word = ""
        var previousIsLower = false
        func finish(_ word: String) {
            if word.isEmpty { return }
            if asides.contains(word) { meaning.isAside = true }
            if titles.contains(word) { meaning.isTitle = true }
        }
        var whole = ""
        for byte in names {
            let isUpper = (0x41...0x5A).contains(byte)
            let isLower = (0x61...0x7A).contains(byte)
            guard isUpper || isLower else {
                finish(word)
                finish(whole)
                word = ""
                if byte <= 0x20 || byte == 0x2D || byte == 0x5F { whole = "" }
                previousIsLower = false
                continue
            }
            if isUpper, previousIsLower {
                finish(word)
                word = ""
            }
            let letter = Character(Unicode.Scalar(byte | 0x20))
            word.append(letter)
            whole.append(letter)
            previousIsLower = isLower
        }
        finish(word)
        finish(whole)
        return meaning
    }
}
