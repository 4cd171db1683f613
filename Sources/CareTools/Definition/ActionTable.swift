/// Where a tool writes down actions: a repeated section with an item for each column.
///
/// Reports count the actions by their state on a day.
public struct ActionTable: Sendable, Hashable {
    /// The repeated section.
    public var section: String
    /// What is to be done.
    public var what: ItemID
    /// Who sees to it.
    public var owner: ItemID
    /// The day by which.
    public var due: ItemID
    /// The day on which it was done.
    public var done: ItemID
    /// How it stands, a choice.
    public var state: ItemID
    /// The codes of the state that mean done.
    public var closed: [String]
    /// The codes of the state that mean not started yet.
    public var waiting: [String]

    /// Makes a table.
    public init(
        section: String,
        what: ItemID,
        owner: ItemID,
        due: ItemID,
        done: ItemID,
        state: ItemID,
        closed: [String],
        waiting: [String]
    ) {
        self.section = section
        self.what = what
        self.owner = owner
        self.due = due
        self.done = done
        self.state = state
        self.closed = closed
        self.waiting = waiting
    }
}
