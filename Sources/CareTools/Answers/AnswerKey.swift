/// Which answer: that of an item, in a repeated section that of one instance.
public struct AnswerKey: Sendable, Hashable {
    /// The item.
    public var item: ItemID
    /// The instance of the repeated section, from 1; `nil` where the section is asked once.
    public var instance: Int?

    /// Makes a key.
    public init(_ item: ItemID, instance: Int? = nil) {
        self.item = item
        self.instance = instance
    }

    /// The key in words, such as `hygiene.body` or `rater.score#2`.
    public var text: String { instance.map { "\(item.text)#\($0)" } ?? item.text }
}
