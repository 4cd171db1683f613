import CAllocator

/// How the process gets its memory.
public enum Heap {
    /// Asks the system for memory in pieces of four megabytes: for one case it saves a tenth of the time.
    public static func growInLargePieces() {
        child_impact_grow_heap_by(4 << 20)
    }
}
