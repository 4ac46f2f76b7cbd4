/// A Schematron schema with XPath 1.0 as its query language, as far as rules need it.
/// - Source: ISO/IEC 19757-3
package struct Schematron: Hashable, Sendable {
    /// A prefix and the namespace that it stands for.
    package struct Namespace: Hashable, Sendable {
        /// As expressions write it.
        package let prefix: String
        /// The namespace's name.
        package let name: String

        package init(prefix: String, name: String) {
            self.prefix = prefix
            self.name = name
        }
    }

    /// A variable.
    package struct Binding: Hashable, Sendable {
        /// Without the dollar sign.
        package let name: String
        /// An expression of XPath 1.0.
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// A set of rules of which each node of the document is judged by the first whose context it is.
    package struct Pattern: Hashable, Sendable {
        /// Evaluated at the document, in this order.
        package let bindings: [Binding]
        /// In the schema's order.
        package let contexts: [Context]

        package init(bindings: [Binding], contexts: [Context]) {
            self.bindings = bindings
            self.contexts = contexts
        }
    }

    /// What Schematron calls a rule: the nodes that assertions are about.
    package struct Context: Hashable, Sendable {
        /// An expression of XPath 1.0 for all nodes that match the context wherever they stand.
        package let nodes: String
        /// Evaluated at each of the nodes, in this order.
        package let bindings: [Binding]

        package init(nodes: String, bindings: [Binding]) {
            self.nodes = nodes
            self.bindings = bindings
        }
    }

    /// A piece of a text that is put together at each node.
    package enum Piece: Hashable, Sendable {
        case text(String)
        /// The value of an expression, as a string.
        case value(String)
        /// The name of the node, or of the first that an expression yields.
        case name(String?)
    }

    /// One assertion of a schema: what has to be true, or false, of each node of its context.
    package struct Assertion: Hashable, Sendable {
        /// The schema that it belongs to.
        package let schema: Schematron
        /// The index of its pattern in the schema.
        package let pattern: Int
        /// The index of its context in the pattern.
        package let context: Int
        /// An expression of XPath 1.0.
        package let test: String
        /// True: the test being true is the offence (`report`); false: its being false is (`assert`).
        package let isReport: Bool
        /// What to say, for each language in the order of `Language.allCases`.
        package let message: [[Piece]]
        /// What to do about it, likewise; empty where nothing is said.
        package let advice: [[Piece]]

        package init(
            schema: Schematron, pattern: Int, context: Int, test: String, isReport: Bool, message: [[Piece]], advice: [[Piece]]
        ) {
            self.schema = schema
            self.pattern = pattern
            self.context = context
            self.test = test
            self.isReport = isReport
            self.message = message
            self.advice = advice
        }
    }

    /// Of its file, so that two schemas never pass for one.
    package let path: String
    /// In the schema's order.
    package let namespaces: [Namespace]
    /// Evaluated at the document, in this order.
    package let bindings: [Binding]
    /// Those that are active.
    package let patterns: [Pattern]

    package init(path: String, namespaces: [Namespace], bindings: [Binding], patterns: [Pattern]) {
        self.path = path
        self.namespaces = namespaces
        self.bindings = bindings
        self.patterns = patterns
    }
}
