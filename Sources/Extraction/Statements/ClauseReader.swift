import AuditModel

/// Reads the numbers of one paragraph, clause by clause, handing on what later clauses inherit: the topic, the flow of the last whole, a blocker.
struct ClauseReader {
    /// What a clause hands on.
    struct Frame {
        var features: CompiledGrammar.Features
        var blocker: String?
        var part: String?
        var qualifier: String?
        var otherPeriod: String?
        var isAmong = false
        var isOpen = false
        var isDistributed = false
    }

    let reader: MentionReader
    let grammar: CompiledGrammar
    let text: ScalarText
    private let reportingYear: Int?
    let context: CompiledGrammar.Features
    let topic: Int
    var counts: [Count] = []
    var otherNumbers: [String: Int] = [:]
    var frame: Frame
    var sentence = 0
    var segment = 0
    var group: Int?
    var groupCount = 0

    /// `context`: what section and headings tell; `inherited`: the frame of the paragraph before, when this one goes on with it.
    init(
        _ text: ScalarText, grammar: CompiledGrammar, ownNames: [[UInt32]], reportingYear: Int?, context: CompiledGrammar.Features,
        inherited: Frame?
    ) {
        self.text = text
        self.grammar = grammar
        self.reportingYear = reportingYear
        self.context = context
        reader = MentionReader(grammar: grammar, text: text, ownNames: ownNames)
        topic = grammar.topicDimension
        frame = inherited ?? Frame(features: context)
    }

    mutating func read() {
        let tokens = ClauseTokenizer.tokens(of: text, by: grammar)
        read(tokens[...])
    }

    /// Reads a run of tokens; brackets within are read with a copy of the frame where they stand.
    private mutating func read(_ tokens: ArraySlice<ClauseToken>) {
        var clause: [ClauseToken] = []
        var brackets: [(after: Int, tokens: ArraySlice<ClauseToken>)] = []
        var clauseStart = tokens.first?.start ?? 0
        var titleDepth = 0
        var index = tokens.startIndex
        while index < tokens.endIndex {
            let token = tokens[index]
            index += 1
            switch token.kind {
            case .titleOpen: titleDepth += 1
            case .titleClose: titleDepth = max(0, titleDepth - 1)
            case .stop:
                finish(&clause, &brackets, from: clauseStart, to: token.start)
                titleDepth = 0
                endSentence()
                clauseStart = token.end
            case .semicolon:
                finish(&clause, &brackets, from: clauseStart, to: token.start)
                segment += 1
                clauseStart = token.end
            case .comma, .colon:
                finish(&clause, &brackets, from: clauseStart, to: token.start)
                clauseStart = token.end
            case .open where titleDepth == 0:
                let end = closing(tokens, from: index)
                brackets.append((clause.count, tokens[index..<end]))
                index = min(end + 1, tokens.endIndex)
            case .number(let number) where titleDepth > 0:
                otherNumbers[number.otherReason ?? "title", default: 0] += 1
            case .word where titleDepth > 0: break
            default: clause.append(token)
            }
        }
        finish(&clause, &brackets, from: clauseStart, to: tokens.last?.end ?? clauseStart)
    }

    /// The index of the bracket that closes the one before `start`, or the end of the sentence.
    private func closing(_ tokens: ArraySlice<ClauseToken>, from start: Int) -> Int {
        var depth = 1
        for index in start..<tokens.endIndex {
            switch tokens[index].kind {
            case .open: depth += 1
            case .close:
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
        }
        return tokens.endIndex
    }

    private mutating func endSentence() {
        sentence += 1
        segment = 0
        frame.isAmong = false
        frame.isOpen = false
        frame.isDistributed = false
        frame.otherPeriod = nil
        frame.part = nil
        frame.qualifier = nil
    }

    private mutating func finish(
        _ clause: inout [ClauseToken], _ brackets: inout [(after: Int, tokens: ArraySlice<ClauseToken>)], from start: Int, to end: Int
    ) {
        defer {
            clause = []
            brackets = []
        }
        let before = frame
        var states: [(position: Int, frame: Frame)] = []
        let numbers = clause.indices.filter { if case .number = clause[$0].kind { true } else { false } }
        let figures = numbers.filter { if case .number(let number) = clause[$0].kind { number.otherReason == nil } else { false } }
        notePeriod(clause)
        for index in numbers where !figures.contains(index) {
            if case .number(let number) = clause[index].kind, let reason = number.otherReason { otherNumbers[reason, default: 0] += 1 }
        }
        if figures.isEmpty {
            let all = reader.mention(clause[...], atClauseStart: true)
            readZero(clause, quote: start..<end)
            inherit(all)
        } else {
            readNumbers(clause, at: figures, from: start, to: end, states: &states)
        }
        guard !brackets.isEmpty, group == nil else { return }
        let after = frame
        for bracket in brackets {
            frame = states.last { $0.position < bracket.after }?.frame ?? (states.isEmpty ? after : before)
            group = groupCount
            groupCount += 1
            read(bracket.tokens)
            group = nil
        }
        frame = after
    }

    // MARK: Inheritance

    /// A year that is not the reporting year, before anything that is counted, puts the rest of the sentence into that year.
    private mutating func notePeriod(_ clause: [ClauseToken]) {
        for (index, token) in clause.enumerated() {
            switch token.kind {
            case .number(let number):
                guard number.otherReason == ReasonID.year else {
                    if number.otherReason == nil { return }
                    continue
                }
                guard let reportingYear, number.value >= Quantity(1980), number.value <= Quantity(2100),
                    index == 0 || !isFeature(clause[index - 1])
                else { continue }
                frame.otherPeriod = number.value == Quantity(reportingYear) ? nil : ReasonID.otherYear
            case .word: if isFeature(token) { return }
            default: break
            }
        }
    }

    private func isFeature(_ token: ClauseToken) -> Bool {
        guard case .word(let number) = token.kind else { return false }
        switch grammar.roles[number] {
        case .feature, .head, .part: return true
        default: return false
        }
    }

    /// Takes over what a clause without numbers says for those that follow.
    private mutating func inherit(_ mention: Mention) {
        if mention.isAmong { frame.isAmong = true }
        if mention.isOpen, frame.isAmong || group != nil { frame.isOpen = true }
        if mention.isRespective { frame.isDistributed = true }
        if let reason = mention.otherPeriod { frame.otherPeriod = reason }
        if let blocker = mention.blocker {
            frame.blocker = blocker
            frame.features = grammar.none
        } else if mention.heads.count == 1 {
            frame.blocker = nil
            frame.features = mention.heads[0]
            reader.merge(mention.features, into: &frame.features)
            frame.part = mention.part
            frame.qualifier = mention.qualifier
        } else if mention.tellsAny, !mention.isNegated {
            var features = frame.features
            reader.merge(mention.features, into: &features)
            frame.features = features
            if mention.part != nil { frame.part = mention.part }
        }
        if mention.otherUnit { frame.part = ReasonID.otherUnit }
    }
}

extension Mention {
    /// All that the words themselves tell, nouns included.
    func ownFeatures(_ grammar: CompiledGrammar) -> CompiledGrammar.Features {
        var own = features
        for (dimension, value) in (heads.last ?? grammar.none).enumerated() where value != 0 { own[dimension] = value }
        return own
    }
}
