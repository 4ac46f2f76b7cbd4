import Glibc

/// The time that work took of the processor, which another test at the same moment or a busy machine does not lengthen as it does the clock's.
package enum ProcessorTime {
    /// The seconds that this thread had of the processor during `work`, together with what the work gave or threw. What other threads
    /// and child processes did for it does not count.
    package static func measure<Value>(_ work: () throws -> Value) -> (seconds: Double, result: Result<Value, any Error>) {
        let start = now
        let result = Result { try work() }
        return (now - start, result)
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
