import AuditModel

/// A number of the narrative, or a 0 said by words, with all that its surroundings say of it. Not bound to anything yet.
struct Count {
    /// The value in its measure's unit.
    let value: Quantity
    let token: NumberToken?
    /// The scalars of the number or of the words that say 0.
    let range: Range<Int>
    /// The scalars of the piece of text that states it.
    let quote: Range<Int>
    /// What is told, own and inherited, for each lawful way to take it; more than one only for joined nouns that are added up or joined verbs.
    var features: CompiledGrammar.Features
    /// The further features of joined nouns that the number is the sum of.
    var joined: [CompiledGrammar.Features] = []
    /// The features of joined verbs, each another lawful reading.
    var alternatives: [CompiledGrammar.Features] = []
    /// What its own words tell, without what is inherited.
    var own: CompiledGrammar.Features
    /// Why it can't be bound, whatever its features; nil when it can.
    var obstacle: String?
    var qualifier: String?
    let isZeroByWords: Bool
    /// The sentence, from 0 in its paragraph; 其中 reaches no further.
    let sentence: Int
    let isAmong: Bool
    /// The parts are 分别 or stand in brackets right behind their whole.
    let isDistributed: Bool
    /// 等, 包括 or 主要 stand by it.
    let isOpen: Bool
    /// Nothing but 共, 合计 stands before it.
    let isBareTotal: Bool
    /// The number of the brackets that it stands in, from 0 in its paragraph; nil outside.
    let group: Int?
    /// Semicolons before it in its sentence.
    let segment: Int
}
