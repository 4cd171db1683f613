/// The headings that `rejected.csv` begins with, by which it is known again.
public enum RejectedRowsHeading {
    /// The first heading.
    public static let first = "Why it was rejected"
    /// All headings before those of the rows themselves.
    public static let all = [first, "File", "Line", "Column"]
}
