/// What a child said, showed or wished, as the source has it.
public struct Voice: Sendable, Hashable {
    /// The child; `nil` for all the children that the event is about.
    public var child: PersonID?
    /// The words.
    public var words: String

    /// Makes a voice.
    public init(child: PersonID?, words: String) {
        self.child = child
        self.words = words
    }
}
