/// A part of a tool: its own items, then the sections in it.
public struct Section: Sendable, Hashable {
    /// The identifier; no item or score has the same.
    public var id: String
    /// The heading.
    public var title: String
    /// What is said before the items, a paragraph each.
    public var guidance: [String]
    /// Under which condition it is shown; `nil` for always.
    public var condition: Condition?
    /// What it is repeated for; `nil` where it is asked once.
    public var repetition: Repetition?
    /// The items, in order.
    public var items: [Item]
    /// The sections in it, in order.
    public var sections: [Section]

    /// Makes a section.
    public init(
        id: String,
        title: String,
        guidance: [String] = [],
        condition: Condition? = nil,
        repetition: Repetition? = nil,
        items: [Item] = [],
        sections: [Section] = []
    ) {
        self.id = id
        self.title = title
        self.guidance = guidance
        self.condition = condition
        self.repetition = repetition
        self.items = items
        self.sections = sections
    }

    /// What a section is repeated for.
    public struct Repetition: Sendable, Hashable {
        /// What one instance is called, such as "Carer" or "Action".
        public var label: String
        /// The most instances.
        public var most: Int

        /// Makes a repetition.
        public init(label: String, most: Int) {
            self.label = label
            self.most = most
        }
    }

    /// Its own items and those of the sections in it.
    public var allItems: [Item] { items + sections.flatMap(\.allItems) }

    /// Returns an item of this section or of one in it.
    func item(_ id: ItemID) -> Item? {
        for item in items where item.id == id { return item }
        for section in sections {
            if let item = section.item(id) { return item }
        }
        return nil
    }
}
