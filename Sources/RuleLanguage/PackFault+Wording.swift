package import AuditModel

extension PackFault {
    /// What is wrong and what to do about it.
    package var text: LocalizedText {
        let (chinese, english) = wording
        return LocalizedText(chinese: chinese, english: english)
    }

    private var wording: (String, String) {
        switch self {
        // Files
        case .unreadable(let reason):
            ("无法读取：\(reason)。请检查路径和权限。", "cannot be read: \(reason). Check the path and its permissions.")
        case .tooLarge(let bytes, let limit):
            (
                "文件有 \(bytes) 字节，上限为 \(limit) 字节。请拆成几个文件。",
                "the file has \(bytes) bytes, at most \(limit) are allowed. Divide it into several files."
            )
        case .tooManyFiles(let limit):
            ("文件夹中的文件超过 \(limit) 个。请确认这是规则包的文件夹。", "the folder has more than \(limit) files. Make sure that it is a rule pack's folder.")
        case .notAFile:
            ("不是普通文件，或者文件夹嵌套过深。请换成文件本身，不要用链接。", "not a regular file, or folders nest too deep. Put the file itself here, not a link.")
        case .outOfMemory:
            ("内存不足，未能读完。请关闭其他程序后再试。", "the memory does not suffice to read it. Close other programs and try again.")
        case .noManifest:
            ("没有 pack.xml。请指定规则包的文件夹，或者补上这个文件。", "there is no pack.xml. Name a rule pack's folder, or add that file.")
        case .noSchema:
            (
                "规则包文件夹内和旁边都没有 pack.xsd。请从程序所带的 Rules 文件夹复制一份。",
                "there is no pack.xsd in or beside the pack's folder. Copy the one from the program's Rules folder."
            )
        case .badSchema(let message):
            ("pack.xsd 本身有误：\(message)。请恢复程序所带的文件。", "pack.xsd itself is wrong: \(message). Restore the one that came with the program.")
        case .partOutside(let file):
            ("“\(file)”指向规则包文件夹之外。请写文件夹内的相对路径，不带“..”。", "'\(file)' leads out of the pack's folder. Give a path within it, without '..'.")
        case .partMissing(let file):
            ("没有文件“\(file)”。请补上这个文件，或者删去这一行。", "there is no file '\(file)'. Add the file, or remove this part.")
        case .partTwice(let file):
            ("文件“\(file)”列了两次，或者不是规则包的部分。请删去这一行。", "the file '\(file)' is listed twice or is no part of a pack. Remove this line.")
        case .unlisted(let file):
            (
                "pack.xml 没有列出文件“\(file)”。请用 <part file=\"\(file)\"/> 列出，或者移走这个文件。",
                "pack.xml does not list the file '\(file)'. List it by <part file=\"\(file)\"/>, or move it away."
            )
        case .emptyFolder(let name):
            (
                "文件夹“\(name)”中没有 .xml 文件。请补上文件，或者删去这一行。",
                "the folder '\(name)' has no .xml file. Add one, or remove this line."
            )
        case .severitiesDoNotFit(let found, let places):
            (
                "写了 \(found) 个级别，而位置有 \(places) 个。请只写一个，或者每个位置各写一个。",
                "\(found) severities for \(places) places. Give one, or one for each place."
            )
        case .noPart(let root):
            ("没有以 <\(root)> 为根元素的文件。请补上并在 pack.xml 中列出。", "no part has the root element <\(root)>. Add one and list it in pack.xml.")
        case .secondPart(let root, let first):
            (
                "<\(root)> 已在“\(first)”中，只能有一个。请合并两个文件。",
                "<\(root)> stands in '\(first)' already, and there can be only one. Merge the two files."
            )
        case .wrongRoot(let found, let expected):
            (
                "根元素 <\(found)> 不对，应为 \(Self.elements(expected)) 之一。",
                "the root element <\(found)> is wrong; use one of \(Self.elements(expected))."
            )
        // XML
        case .malformed(let message):
            ("不是良构的 XML：\(message)。请在此处改正。", "not well-formed XML: \(message). Correct it here.")
        case .hasDocumentType:
            ("不允许 <!DOCTYPE>。请删去；规则包只用 pack.xsd 校验。", "<!DOCTYPE> is not allowed. Remove it; packs are checked by pack.xsd alone.")
        case .notUTF8(let encoding):
            ("编码是 \(encoding)。请另存为 UTF-8。", "the encoding is \(encoding). Save the file as UTF-8.")
        case .invalid(let message):
            ("不符合 pack.xsd：\(SchemaMessage.chinese(message))", "not valid by pack.xsd: \(message)")
        case .incomplete(let element, let missing):
            (
                "<\(element)> 缺少 \(Self.elements(missing))。请补上；说明文字须有中文、英文各一。",
                "<\(element)> lacks \(Self.elements(missing)). Add it; texts stand once in Chinese and once in English."
            )
        case .missingLanguage(let element, let language):
            (
                "<\(element)> 缺少语言 \(language)。请补上 <\(element) xml:lang=\"\(language)\">。",
                "<\(element)> is missing in the language \(language). Add <\(element) xml:lang=\"\(language)\">."
            )
        case .unknownLanguage(let element, let found):
            (
                "<\(element)> 的 xml:lang \(found.map { "“\($0)”不对" } ?? "没有写")，应为 zh-Hans 或 en。",
                "<\(element)> has \(found.map { "the xml:lang '\($0)'" } ?? "no xml:lang"); it is zh-Hans or en."
            )
        case .repeatedLanguage(let element, let language):
            (
                "<\(element)> 的语言 \(language) 写了两次。请删去一个，或者改正 xml:lang。",
                "<\(element)> stands twice in the language \(language). Remove one, or correct its xml:lang."
            )
        // Names
        case .unknown(let kind, let name, let nearest):
            ("没有\(kind.chinese)“\(name)”。\(Self.chinese(nearest))", "there is no \(kind.english) '\(name)'. \(Self.english(nearest))")
        case .repeated(let kind, let name, let first):
            (
                "\(kind.chinese)“\(name)”重复，先见于 \(first)。请改名或删去一个。",
                "the \(kind.english) '\(name)' is repeated; it stands first at \(first). Rename or remove one."
            )
        case .partOfOtherSection(let part, let section):
            (
                "“\(part)”是章节“\(section)”的部分，不属于这里所说的章节。请改正其中之一。",
                "'\(part)' is a part of the section '\(section)', not of the one named here. Correct one of them."
            )
        case .valueNeverGiven(let dimension, let value, let nearest):
            (
                "没有词语、章节给出特征 \(dimension)=\(value)，这个数永远认不出。\(Self.chinese(nearest))",
                "no word and no section gives the feature \(dimension)=\(value), so this figure can never be recognised. \(Self.english(nearest))"
            )
        case .valueNeverUsed(let dimension, let value, let nearest):
            (
                "没有指标用到特征 \(dimension)=\(value)。\(Self.chinese(nearest))如果本意是排除，请写进该维度的 others 属性。",
                "no figure has a use for the feature \(dimension)=\(value). \(Self.english(nearest)) If it is to rule figures out, list it in the dimension's 'others'."
            )
        case .wordTwice(let word, let first):
            ("“\(word)”列了两次，先见于 \(first)。请删去一个。", "'\(word)' is listed twice, first at \(first). Remove one.")
        case .conflictingRoles(let word, let role, let firstRole, let first):
            (
                "“\(word)”在此是 \(role)，在 \(first) 是 \(firstRole)，互相矛盾。请只留一个。",
                "'\(word)' is \(role) here but \(firstRole) at \(first). Keep one of them."
            )
        // Values
        case .badValue(let text):
            ("此处不能写“\(text)”。请改正。", "'\(text)' is not allowed here. Correct it.")
        case .notWhole(let text):
            ("“\(text)”不是整数，或者太大。请改正。", "'\(text)' is not a whole number, or too large. Correct it.")
        case .notDecimal(let text):
            ("“\(text)”不是 12.5 这样的十进制数。请改正。", "'\(text)' is not a decimal number such as 12.5. Correct it.")
        case .zero:
            ("此处不能是 0。请改正，或者删去这个属性。", "this cannot be 0. Correct it, or remove the attribute.")
        case .tooManyDimensions(let limit):
            ("维度超过 \(limit) 个。请合并或删去一些。", "there are more than \(limit) dimensions. Merge some, or remove them.")
        // Attributes that belong together
        case .attributeMissing(let attribute, let because):
            ("有了“\(because)”就须有属性 \(attribute)。请补上。", "'\(because)' needs the attribute '\(attribute)'. Add it.")
        case .attributeUseless(let attribute, let because):
            (
                "属性 \(attribute) 与“\(because)”不能同用，或者缺了“\(because)”而没有意义。请删去。",
                "the attribute '\(attribute)' means nothing with, or without, '\(because)'. Remove it."
            )
        case .noReading(let figure):
            (
                "“\(figure)”既没有 <reading>，也没有 own 属性，不知道是哪个指标。请补上其一。",
                "'\(figure)' has neither a <reading> nor the attribute 'own', so it names no indicator. Add one of them."
            )
        case .columnWithoutRow(let column):
            (
                "没有一行在“\(column)”列有数。请在某行的 columns 属性里写上，或者删去这一列。",
                "no row has a figure in the column '\(column)'. Name it in some row's 'columns', or remove the column."
            )
        case .ordinalOutOfOrder(let found, let expected):
            (
                "章节序号是 \(found)，应为 \(expected)。请按顺序编号。",
                "the section's ordinal is \(found) and should be \(expected). Number the sections in order."
            )
        case .noTopic:
            ("没有 kind=\"topic\" 的维度。请把说明所计为何物的维度标为 topic。", "no dimension has kind=\"topic\". Mark the one that tells what is counted.")
        case .secondTopic(let first):
            ("“\(first)”已是 kind=\"topic\" 的维度，只能有一个。", "'\(first)' is a dimension of kind=\"topic\" already, and there is only one.")
        case .reasonWithoutText(let reason):
            (
                "缺少 <reason id=\"\(reason)\">：程序会给出这个理由，须有说法。请补上。",
                "there is no <reason id=\"\(reason)\">: the program gives this reason by itself and needs its wording. Add it."
            )
        case .emptySpan(let from, let until):
            ("年度从 \(from) 到 \(until)，没有一年在内。请改正。", "no year lies between \(from) and \(until). Correct one of them.")
        // Parameters
        case .badParameterValue(let text, let kind):
            ("“\(text)”不能作参数值，应为\(kind.chinese)。", "'\(text)' is no value for the parameter; it is \(kind.english).")
        case .parameterUnused(let name):
            (
                "规则没有用到参数“\(name)”。请在条件中写 {\(name)}，或者删去。",
                "nothing in the rule uses the parameter '\(name)'. Refer to it by {\(name)}, or remove it."
            )
        case .nameOfPlaceholder(let name):
            ("{\(name)} 是说明文字的占位符，参数不能叫这个名字。请改名。", "{\(name)} is a placeholder of messages, so no parameter can have that name. Rename it.")
        case .parameterOfOtherKind(let name, let kind, let expected):
            (
                "参数“\(name)”是\(kind.chinese)，此处应为\(expected.map(\.chinese).joined(separator: "或者"))。",
                "the parameter '\(name)' is \(kind.english); here \(expected.map(\.english).joined(separator: " or ")) is due."
            )
        case .causesItself(let id):
            ("规则“\(id)”绕了一圈成了自己的原因。请改正 because 属性。", "the rule '\(id)' is, in the end, its own cause. Correct the attribute 'because'.")
        // Schematron
        case .unsupported(let construct):
            (
                "不支持 \(construct)。请改用 ns、let、pattern、rule、assert、report、name、value-of 和 diagnostic。",
                "\(construct) is not supported. Use ns, let, pattern, rule, assert, report, name, value-of and diagnostic."
            )
        case .badRuleID(let id):
            ("“\(id)”不能作规则编号，应如 LOCAL-01。请改正 id 属性。", "'\(id)' is no rule's id; it is to look like LOCAL-01. Correct the attribute 'id'.")
        // Profiles
        case .otherPack(let wanted, let actual):
            (
                "这是规则包“\(wanted)”的验收口径，所用的规则包是“\(actual)”。请换用，或者改正 pack 属性。",
                "the profile is for the pack '\(wanted)', and the pack in use is '\(actual)'. Use the other one, or correct the attribute 'pack'."
            )
        case .prefixTaken(let prefix):
            (
                "规则包自己的规则也以“\(prefix)”开头。请为本地规则换一个前缀。",
                "the pack's own rules begin with '\(prefix)' too. Choose another prefix for the local rules."
            )
        case .prefixMissing(let rule, let prefix):
            (
                "本地规则“\(rule)”的编号不以“\(prefix)-”开头。请改编号，或者改 prefix 属性。",
                "the local rule '\(rule)' does not begin with '\(prefix)-'. Rename it, or change the attribute 'prefix'."
            )
        // Expressions
        case .badExpression(let fault): fault.wording
        case .matchesNothing(let pattern, let nearest):
            ("没有指标符合“\(pattern)”。\(Self.chinese(nearest))", "no indicator fits '\(pattern)'. \(Self.english(nearest))")
        case .noCommonInstance:
            (
                "没有一行（列）能使等式各项都有指标，等式永远不会计算。请核对各项。",
                "there is no row or column for which every term has an indicator, so this is never computed. Check the terms."
            )
        case .badPlaceholder(let name, let allowed):
            (
                "这里没有占位符 {\(name)}，可用的有：\(allowed.joined(separator: "、"))。",
                "there is no placeholder {\(name)} here; there are: \(allowed.joined(separator: ", "))."
            )
        case .wordsDoNotFit(let line):
            (
                "each 写了 words 时，每一行都要有 {word}，没有写时都不能有：“\(line)”。请补上或者删去。",
                "with words every line of an each needs {word}, and without them none may have it: '\(line)'. Add it or take it out."
            )
        case .unpairedBrace:
            ("花括号不成对。占位符写作 {名称}，文字中不能有单独的花括号。", "a brace has no partner. A placeholder is {name}; the text itself can have no brace.")
        case .badPattern(let message):
            ("正则表达式有误：\(message)。请按 RE2 语法改正。", "the pattern is wrong: \(message). Correct it by the syntax of RE2.")
        case .patternTooLarge(let limit):
            (
                "正则表达式编译后超过 \(limit) 字节。请改短，例如减少重复次数。",
                "the compiled pattern is larger than \(limit) bytes. Shorten it, say by fewer repetitions."
            )
        case .badXPath(let message):
            ("XPath 表达式有误：\(message)。请按 XPath 1.0 改正。", "the XPath expression is wrong: \(message). Correct it by XPath 1.0.")
        // Cases
        case .badAssignment(let text):
            ("“\(text)”不是“指标=值”。请在指标与值之间写等号，不留空格。", "'\(text)' is not 'indicator=value'. Put an equal sign between them, without spaces.")
        case .badPlace(let text):
            ("“\(text)”既不是指标，也不是 s3/t1/r4c2 这样的位置。请改正。", "'\(text)' is neither an indicator nor a place such as s3/t1/r4c2. Correct it.")
        case .caseNeedsPlace(let verdict):
            (
                "结论是 \(verdict) 的用例须用 at 属性写明每个问题的位置。请补上。",
                "a case of verdict \(verdict) says in its attribute 'at' where each finding is. Add it."
            )
        case .caseHasPlace(let verdict):
            ("结论是 \(verdict) 的用例没有问题可指。请删去 at 属性。", "a case of verdict \(verdict) has no findings to place. Remove the attribute 'at'.")
        }
    }

    private static func elements(_ names: [String]) -> String { names.map { "<\($0)>" }.joined(separator: " ") }

    private static func chinese(_ nearest: [String]) -> String {
        nearest.isEmpty ? "请改正，或者先定义。" : "请改正，或者先定义。相近的有：\(nearest.joined(separator: "、"))。"
    }

    private static func english(_ nearest: [String]) -> String {
        nearest.isEmpty ? "Correct it, or define it first." : "Correct it, or define it first. Near it: \(nearest.joined(separator: ", "))."
    }
}

extension ExpressionFault {
    fileprivate var wording: (String, String) {
        switch self {
        case .unexpectedCharacter(let character):
            (
                "此处不应有“\(character)”。只用指标名、+、-、=、* 和 {row}、{column}。",
                "'\(character)' cannot stand here. Use identifiers, +, -, =, * and {row}, {column}."
            )
        case .termExpected:
            ("此处应有一个指标。请补上，或者删去多余的运算符。", "an indicator is due here. Add it, or remove the operator.")
        case .operatorExpected:
            ("此处应有 +、- 或 =。减号前须有空格。", "+, - or = is due here. A minus has a space before it.")
        case .noEqualSign:
            ("没有等号。请写成“和 = 和”。", "there is no equal sign. Write 'sum = sum'.")
        case .secondEqualSign:
            ("有第二个等号。请拆成两个 <require>。", "there is a second equal sign. Make two <require> of it.")
        case .equalSignInSum:
            ("读法是一个和，不能有等号。请删去。", "a reading is a sum and has no equal sign. Remove it.")
        case .differenceInSum:
            ("读法只能相加，不能相减。请改写。", "a reading adds and never subtracts. Rewrite it.")
        case .previousNotAllowed:
            ("读法不能用上年的数。请删去 previous。", "a reading has no figures of last year. Remove 'previous'.")
        case .parenthesisExpected:
            ("此处应有括号，写作 previous(指标)。", "a parenthesis is due here: previous(indicator).")
        case .emptySegment:
            ("指标名中有空的一段。请删去多余的点。", "the identifier has an empty segment. Remove the extra full stop.")
        case .badSegment(let segment):
            (
                "“\(segment)”不能是指标名的一段。只用小写字母、数字、连字符，或单独的 *、{row}、{column}、{维度}。",
                "'\(segment)' cannot be part of an identifier. Use small letters, digits and hyphens, or *, {row}, {column}, {dimension} alone."
            )
        case .relationExpected:
            ("此处应有 =、!=、<、<=、> 或 >=。在 XML 中 < 写作 &lt;。", "one of =, !=, <, <=, > and >= is due here. In XML < is written &lt;.")
        case .noFigure:
            ("两边都没有指标，结果不会变。请写上要比较的指标。", "neither side has an indicator, so this never changes. Name what is compared.")
        case .numberTooLong:
            ("这个数不对，或者位数太多。请改正。", "this is no number, or has too many digits. Correct it.")
        case .noSuchNumber(let name, let known):
            (
                "规则没有名为“\(name)”的数字参数。\(known.isEmpty ? "请先用 <parameter> 定义。" : "已有：\(known.joined(separator: "、"))。")",
                "the rule has no parameter '\(name)' that is a number. \(known.isEmpty ? "Define it by <parameter> first." : "There are: \(known.joined(separator: ", ")).")"
            )
        case .rowOutsideLoop:
            ("{row} 只能用在 for-each=\"rows\" 中。", "{row} has a meaning only with for-each=\"rows\".")
        case .columnOutsideLoop:
            ("{column} 只能用在 for-each=\"columns\" 中。", "{column} has a meaning only with for-each=\"columns\".")
        }
    }
}

extension PackFault.Name {
    fileprivate var chinese: String {
        switch self {
        case .source: "依据"
        case .section: "章节"
        case .table: "表"
        case .row: "行"
        case .column: "列"
        case .indicator: "指标"
        case .form: "格式"
        case .dimension: "维度"
        case .reason: "理由"
        case .figure: "数"
        case .unit: "计数单位"
        case .measure: "量词"
        case .vocabulary: "词表"
        case .part: "部分"
        case .level: "层级"
        case .rule: "规则"
        case .word: "词"
        case .requirement: "条件"
        case .parameter: "参数"
        case .outcome: "结果"
        case .variable: "变量"
        case .phase: "阶段（phase）"
        case .pattern: "模式（pattern）"
        case .diagnostic: "诊断（diagnostic）"
        }
    }

    fileprivate var english: String {
        switch self {
        case .unit: "unit of counting"
        case .measure: "measure word"
        default: rawValue
        }
    }
}

extension Parameter.Kind {
    fileprivate var chinese: String {
        switch self {
        case .share: "大于 0、不超过 1 的小数（share）"
        case .factor: "大于 1 的数（factor）"
        case .count: "不小于 0 的整数（count）"
        case .number: "不小于 0 的数（number）"
        case .day: "月-日，如 01-31（day）"
        }
    }

    fileprivate var english: String {
        switch self {
        case .share: "a decimal above 0 and at most 1 (share)"
        case .factor: "a decimal above 1 (factor)"
        case .count: "a whole number of at least 0 (count)"
        case .number: "a decimal of at least 0 (number)"
        case .day: "a month and day such as 01-31 (day)"
        }
    }
}
