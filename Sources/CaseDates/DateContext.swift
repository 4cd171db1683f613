/// What stands around a date cell and may give it a missing part.
public struct DateContext: Sendable {
    /// The last dated row above in the same file, which may give a missing year; `nil` at the top.
    public var rowAbove: EventDate?
    /// The date of the row directly above, which "same day" and "two days later" mean; `nil` when that row has none.
    public var directlyAbove: EventDate?
    /// The year of the year heading in force; `nil` when there is none.
    public var headingYear: Int?
    /// The birth of the one child the row is about; `nil` when there are several or none.
    public var birth: Birth?
    /// Whether the cell holds a date of birth, in which a day that systems write for "no date" may be a true one.
    public var isBirth: Bool
    /// Whether the cell holds the end of the row that ``rowAbove`` begins.
    public var isEnd: Bool

    /// Nothing around the cell.
    public static let none = DateContext()

    /// Makes a context in which the last dated row is also the row directly above.
    public init(
        rowAbove: EventDate? = nil,
        headingYear: Int? = nil,
        birth: Birth? = nil,
        isBirth: Bool = false,
        isEnd: Bool = false
    ) {
        self.rowAbove = rowAbove
        directlyAbove = rowAbove
        self.headingYear = headingYear
        self.birth = birth
        self.isBirth = isBirth
        self.isEnd = isEnd
    }
}
