import AuditModel
import XML

/// The schemas of a pack on one report: what their assertions share is evaluated once.
///
/// A class, since it keeps libxml2's contexts for the time of a judgement; it lives in one thread.
final class SchematronRun {
    /// How many steps one assertion may take, and how many the search for the nodes of one context.
    /// - Source: some 0.1 s of work
    private static let stepLimit = 1_000_000

    private var sessions: [String: Result<XPathSession, XMLError>] = [:]
    private var nodes: [Key: Result<[XPathSession.Spot], XMLError>] = [:]

    private struct Key: Hashable {
        let schema: String
        let pattern: Int
        let context: Int
    }

    /// A session in which the variables of the schema are bound.
    func session(of schema: Schematron, over document: XMLDocument, with workshop: Workshop) throws(RuleFailure) -> XPathSession {
        if let known = sessions[schema.path] { return try Self.value(of: known) }
        let session: XPathSession
        do throws(XMLError) {
            session = try XPathSession(
                document, namespaces: schema.namespaces.map { ($0.prefix, $0.name) }, limit: Self.stepLimit)
            for binding in schema.bindings {
                session.renew()
                try session.bind(binding.name, to: try workshop.expression(binding.value, in: schema), at: nil)
            }
        } catch {
            sessions[schema.path] = .failure(error)
            throw .expression(error)
        }
        sessions[schema.path] = .success(session)
        return session
    }

    /// The nodes of an assertion's context that are none of an earlier context's of its pattern. The pattern's variables have to be bound.
    func nodes(
        of assertion: Schematron.Assertion, in session: XPathSession, with workshop: Workshop
    ) throws(RuleFailure) -> [XPathSession.Spot] {
        let schema = assertion.schema
        var own: [XPathSession.Spot] = []
        var earlier: Set<XPathSession.Spot> = []
        for index in 0...assertion.context {
            let key = Key(schema: schema.path, pattern: assertion.pattern, context: index)
            if nodes[key] == nil {
                do throws(XMLError) {
                    session.renew()
                    let context = schema.patterns[assertion.pattern].contexts[index]
                    nodes[key] = .success(try session.spots(try workshop.expression(context.nodes, in: schema)))
                } catch {
                    nodes[key] = .failure(error)
                }
            }
            guard let found = nodes[key] else { continue }
            let spots = try Self.value(of: found)
            if index == assertion.context { own = spots } else { earlier.formUnion(spots) }
        }
        return earlier.isEmpty ? own : own.filter { !earlier.contains($0) }
    }

    private static func value<Value>(of result: Result<Value, XMLError>) throws(RuleFailure) -> Value {
        switch result {
        case .success(let value): return value
        case .failure(let error): throw .expression(error)
        }
    }
}
