import Foundation

/// What one input may cost.
struct Budget {
    /// The processor time, in seconds.
    let seconds: Double
    /// The most that any trial took so far.
    private(set) var slowest = 0.0
    init(seconds: Double) {
        self.seconds = seconds
    }

    /// The memory that the process may grow by, in bytes.
    static let memory = 512 << 20

    /// Runs a trial and returns what it found, with what it cost beyond the budget.
    ///
    /// What never ends is ended by the alarm, and the process with it.
    mutating func broken(_ trial: () -> [Broken]) -> [Broken] {
        Self.forgetPeak()
        let memory = Self.peak()
        let start = Self.processorTime()
        alarm(UInt32(max(20, seconds * 6)))
        var broken = trial()
        alarm(0)
        let time = Self.processorTime() - start
        slowest = max(slowest, time)
        if time > seconds { broken.append(Broken("slow", "\(time) s")) }
        let grown = Self.peak() - memory
        if grown > Self.memory { broken.append(Broken("memory", "\(grown >> 20) MB")) }
        return broken
    }

    /// `RUSAGE_SELF`, whose type differs between systems.
    private static let ownProcess: Int32 = 0

    private static func processorTime() -> Double {
        var usage = rusage()
        unsafe getrusage(ownProcess, &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    /// The most memory that the process has had, since it was last forgotten.
    private static func peak() -> Int {
        var usage = rusage()
        unsafe getrusage(ownProcess, &usage)
        #if os(Linux)
            return usage.ru_maxrss << 10
        #else
            return usage.ru_maxrss
        #endif
    }

    /// Linux can forget the peak; elsewhere only an input that needs more than all before it is found.
    private static func forgetPeak() {
        #if os(Linux)
            if let file = unsafe fopen("/proc/self/clear_refs", "w") {
                unsafe fputs("5", file)
                unsafe fclose(file)
            }
        #endif
    }
}
