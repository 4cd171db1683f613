/// A condition on answers, scores and the age: a closed set, never an expression in a string.
///
/// It has three outcomes. What looks at an answer that is not there, or is not known, is neither true nor false; so is
/// its negation. A condition that is not true does not hold: nothing is opened, raised or suggested by a gap.
///
/// - `all`: false when one is false, else open when one is open, else true. `any`: true when one is true, else open when
///   one is open, else false. Both need at least one condition.
/// - In a repeated section a condition looks at the answers of the same instance; from outside it is enough that one
///   instance fulfils it.
public indirect enum Condition: Sendable, Hashable {
    /// All of them hold.
    case all([Condition])
    /// At least one of them holds.
    case any([Condition])
    /// It does not hold.
    case not(Condition)
    /// The item has an answer other than "not known": true or false, never open.
    case answered(ItemID)
    /// The item is answered with this code; among several answers one is enough. Open where nothing
    /// is answered, or another code than "not known" is asked for and that is the answer.
    case isAnswered(ItemID, code: String)
    /// The value of the item or score is at least this. Open where it has none.
    case atLeast(Reference, ExactNumber)
    /// The child's age lies in the band. Open where it is not known.
    case age(AgeBand)

    /// What it looks at, in order, with repeats.
    public var references: [Reference] {
        switch self {
        case .all(let conditions), .any(let conditions): conditions.flatMap(\.references)
        case .not(let condition): condition.references
        case .answered(let item), .isAnswered(let item, _): [.item(item)]
        case .atLeast(let reference, _): [reference]
        case .age: []
        }
    }
}
