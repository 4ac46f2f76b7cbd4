/// A language that people are spoken to in.
package enum Language: String, CaseIterable, Hashable, Sendable {
    case chinese = "zh-Hans"
    case english = "en"
}

/// One text in every language.
package struct LocalizedText: Hashable, Sendable {
    package let chinese: String
    package let english: String

    package init(chinese: String, english: String) {
        self.chinese = chinese
        self.english = english
    }

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
