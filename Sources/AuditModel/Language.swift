/// A language that people are spoken to in.
package enum Language: String, CaseIterable, Hashable, Sendable {
    case chinese = "zh-Hans"
    case english = "en"
}

/// One text in every language.
package struct LocalizedText: Hashable, Sendable {
    /// In simplified Chinese.
    package let chinese: String
    /// In English. What a report or form says only in Chinese stands here in Chinese as well.
    package let english: String

    package init(chinese: String, english: String) {
        self.chinese = chinese
        self.english = english
    }

    /// The text in one language.
    package subscript(language: Language) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }

    /// The text built anew for each language.
    package init(_ build: (Language) -> String) {
        self.init(chinese: build(.chinese), english: build(.english))
    }
}
