import Glibc
import Synchronization

/// Independent pieces of work on all processors.
enum Parallel {
    /// The results in the order of the elements, whatever the order in which they were worked on. One element is worked on without leaving the thread.
    nonisolated(nonsending) static func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], _ transform: @escaping @Sendable (Element) -> Result
    ) async -> [Result] {
        guard elements.count > 1 else { return elements.map(transform) }
        let workers = min(elements.count, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        let queue = Queue(elements.count)
        return await withTaskGroup(of: [(Int, Result)].self) { group in
            for _ in 0..<workers {
                group.addTask {
                    var done: [(Int, Result)] = []
                    while let index = queue.next() { done.append((index, transform(elements[index]))) }
                    return done
                }
            }
            var results: [(Int, Result)] = []
            results.reserveCapacity(elements.count)
            for await part in group { results += part }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    /// Hands out indices, each once.
    ///
    /// A class, since the workers share it; the lock makes that safe.
    private final class Queue: Sendable {
        private let count: Int
        private let position = Mutex(0)

        init(_ count: Int) { self.count = count }

        func next() -> Int? {
            position.withLock { position in
                guard position < count else { return nil }
                defer { position += 1 }
                return position
            }
        }
    }
}
