import Dispatch
import Synchronization

/// Independent pieces of work on all processors.
enum Parallel {
    /// The results in the order of the elements.
    ///
    /// - Parameter sizes: how much work each element is likely to be. The largest are begun first, so that none is waited for in the end.
    static func map<Element: Sendable, Value: Sendable>(
        _ elements: [Element], sizes: [Int], _ transform: @Sendable (Element) -> Value
    ) -> [Value] {
        let order = elements.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
        let values = Mutex([Value?](repeating: nil, count: elements.count))
        DispatchQueue.concurrentPerform(iterations: elements.count) { position in
            let value = transform(elements[order[position]])
            values.withLock { $0[order[position]] = value }
        }
        return values.withLock { $0 }.compactMap(\.self)
    }

    /// What two pieces of work come to, of which neither waits for the other.
    static func both<First: Sendable, Second: Sendable>(
        _ first: @Sendable () -> First, _ second: @Sendable () -> Second
    ) -> (First, Second) {
        let values = Mutex<(first: First?, second: Second?)>((nil, nil))
        DispatchQueue.concurrentPerform(iterations: 2) { number in
            if number == 0 {
                let value = first()
                values.withLock { $0.first = value }
            } else {
                let value = second()
                values.withLock { $0.second = value }
            }
        }
        guard case (let first?, let second?) = values.withLock({ $0 }) else { preconditionFailure("both were done") }
        return (first, second)
    }
}
