/// Which side of a stated fact an account takes.
struct TakenSide {
    /// The number of the side.
    let side: Int
    /// The words in which it does.
    let words: String
    /// The children whom these words name; none where they speak of "the children".
    let children: Set<PersonID>

    /// Whether another account takes the other side, and does not speak of other children.
    func contradicts(_ other: TakenSide) -> Bool {
        side != other.side && (children.isEmpty || other.children.isEmpty || !children.isDisjoint(with: other.children))
    }
}
