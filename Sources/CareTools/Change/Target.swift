public import CaseDates  // A target has a day by which it is to be met.

/// One target that was written down.
public struct Target: Sendable, Hashable {
    /// Which instance of the section it is, from 1.
    public var instance: Int
    /// The item that is targeted; `nil` where none is named.
    public var item: ItemID?
    /// The value when the target was set.
    public var current: ExactNumber?
    /// The value that is aimed at.
    public var target: ExactNumber?
    /// The day by which.
    public var by: CalendarDay?
    /// The value at the review.
    public var actual: ExactNumber?
    /// How far it is met.
    public var state: TargetState

    /// Whether another, whose item has the given name here, is the same target, reviewed or not.
    func isSame(as other: Target, item name: ItemID?) -> Bool {
        item != nil && item == name && current == other.current && target == other.target && by == other.by
    }
}

extension Result {
    /// Finds the targets that were written down.
    ///
    /// - Parameter asOf: The day on which one that was not reviewed may be overdue.
    /// - Returns: The targets in order; those of which nothing is filled in are left out.
    public func targets(asOf: CalendarDay) -> [Target] {
        guard let table = tool.targets else { return [] }
        return (0..<(response.instances[table.section] ?? 0)).compactMap { index in
            func answer(_ id: ItemID) -> Answer? { response.answers[AnswerKey(id, instance: index + 1)] }
            func value(_ id: ItemID) -> ExactNumber? { self.value(of: AnswerKey(id, instance: index + 1)) }
            let answers = [table.item, table.current, table.target, table.by, table.actual].compactMap(answer)
            guard !answers.isEmpty else { return nil }
            let item: ItemID? = if case .item(let id)? = answer(table.item) { id } else { nil }
            let by: CalendarDay? = if case .day(let day)? = answer(table.by) { day } else { nil }
            let (current, target, actual) = (value(table.current), value(table.target), value(table.actual))
            return Target(
                instance: index + 1,
                item: item,
                current: current,
                target: target,
                by: by,
                actual: actual,
                state: TargetState(
                    current: current,
                    target: target,
                    actual: actual,
                    by: by,
                    polarity: item.flatMap(tool.item)?.polarity ?? .none,
                    asOf: asOf
                )
            )
        }
    }
}
