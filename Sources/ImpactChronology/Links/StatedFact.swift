/// Something that a record can state or deny, such as whether the children were seen.
///
/// It is data; `Definitions` reads it from `tools-definitions/comparison.xml`.
public struct StatedFact: Sendable {
    /// One of the two things that can be stated.
    public struct Side: Sendable {
        /// What is stated, as people read it: "seen".
        public let label: String
        /// The phrases that state it.
        public let phrases: [String]

        /// Makes a side.
        public init(label: String, phrases: [String]) {
            self.label = label
            self.phrases = phrases
        }
    }

    /// The name in the definition.
    public let id: String
    /// What it is about, as people read it: "whether the children were seen".
    public let label: String
    /// The two sides, which cannot both be so.
    public let sides: [Side]
    /// Phrases that hold one of a side and yet state neither: "child not seen by the doctor".
    public let neither: [String]

    /// Makes a fact.
    public init(id: String, label: String, sides: [Side], neither: [String] = []) {
        self.id = id
        self.label = label
        self.sides = sides
        self.neither = neither
    }
}
