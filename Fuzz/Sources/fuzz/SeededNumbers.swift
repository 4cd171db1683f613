/// SplitMix64: the same numbers for the same seed on every machine. https://prng.di.unimi.it/splitmix64.c
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// The numbers of one mutation of one reader: they do not depend on the mutations before it.
    init(seed: UInt64, reader: Reader, mutation: Int) {
        var mixed = SeededNumbers(seed: seed)
        var state = mixed.next()
        for byte in reader.rawValue.utf8 { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        mixed = SeededNumbers(seed: state &+ UInt64(mutation))
        self.init(seed: mixed.next())
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `limit` - 1; 0 where there is none.
    mutating func below(_ limit: Int) -> Int {
        limit <= 1 ? 0 : Int(next() % UInt64(limit))
    }

    /// True once in so many times.
    mutating func once(in times: Int) -> Bool { below(times) == 0 }

    /// One of several.
    mutating func one<Element>(of all: [Element]) -> Element? {
        all.isEmpty ? nil : all[below(all.count)]
    }
}
