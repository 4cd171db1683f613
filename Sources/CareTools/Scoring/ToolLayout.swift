/// Where the items of a tool stand, looked up by identifier.
struct ToolLayout {
    private struct Position {
        let item: Item
        /// The conditions of the sections that it stands in, the outermost first.
        let conditions: [Condition]
        let repeatedSection: String?
        let repetition: Section.Repetition?
    }

    /// The identifiers of all items, in order.
    let items: [ItemID]
    private let positions: [ItemID: Position]

    init(_ tool: Tool) {
        var items: [ItemID] = []
        var positions: [ItemID: Position] = [:]
        func add(_ section: Section, _ conditions: [Condition], _ repeated: Section?) {
            let conditions = conditions + [section.condition].compactMap(\.self)
            let repeated = section.repetition == nil ? repeated : section
            for item in section.items {
                items.append(item.id)
                positions[item.id] = Position(
                    item: item,
                    conditions: conditions,
                    repeatedSection: repeated?.id,
                    repetition: repeated?.repetition
                )
            }
            for section in section.sections { add(section, conditions, repeated) }
        }
        for section in tool.sections { add(section, [], nil) }
        self.items = items
        self.positions = positions
    }

    func item(_ id: ItemID) -> Item? { positions[id]?.item }

    func conditions(of id: ItemID) -> [Condition] { positions[id]?.conditions ?? [] }

    func repeatedSection(of id: ItemID) -> String? { positions[id]?.repeatedSection }

    func repetition(of id: ItemID) -> Section.Repetition? { positions[id]?.repetition }

    /// The keys of an item: one, or one for each instance of its section, at least the first.
    func keys(of id: ItemID, in response: Response) -> [AnswerKey] {
        guard let section = repeatedSection(of: id) else { return [AnswerKey(id)] }
        return (1...max(1, response.instances[section] ?? 1)).map { AnswerKey(id, instance: $0) }
    }

    /// The values that an item can have, in rising order; those of a number are not listed.
    func steps(of item: Item, reversed: Bool, in tool: Tool) -> [ExactNumber] {
        guard item.kind == .choice, let scale = tool.scale(of: item) else { return [] }
        let values = Set(scale.options.compactMap(\.value)).sorted()
        guard reversed, let first = values.first, let last = values.last else { return values }
        return values.map { first + last - $0 }.sorted()
    }

    /// The values that the items below a score can have, in rising order.
    func steps(below score: Score, in tool: Tool) -> [ExactNumber] {
        var steps: Set<ExactNumber> = []
        for input in score.inputs {
            switch input.reference {
            case .item(let id):
                if let item = item(id) { steps.formUnion(self.steps(of: item, reversed: input.isReversed, in: tool)) }
            case .score(let id):
                if let score = tool.score(id) { steps.formUnion(self.steps(below: score, in: tool)) }
            }
        }
        return steps.sorted()
    }
}
