/// What became of the rows of one file: each is an event, was merged into one, or was rejected.
public struct FileAccount: Sendable, Hashable {
    /// The file, as the documents name it.
    public var name: String
    /// How the file was read, such as "csv".
    public var format: String
    /// The SHA-256 digest of its bytes in hexadecimal.
    public var digest: String
    /// Whether anything in it was read: events, people or sources.
    public var isUsed: Bool
    /// Rows of events.
    public var rows: Int
    /// Rows that are the first of their event.
    public var events: Int
    /// Rows that were merged into an event of an earlier row.
    public var merged: Int
    /// Rows that could not be used.
    public var rejected: Int

    /// Makes an account.
    public init(
        name: String,
        format: String,
        digest: String,
        isUsed: Bool = true,
        rows: Int = 0,
        events: Int = 0,
        merged: Int = 0,
        rejected: Int = 0
    ) {
        self.name = name
        self.format = format
        self.digest = digest
        self.isUsed = isUsed
        self.rows = rows
        self.events = events
        self.merged = merged
        self.rejected = rejected
    }

    /// Whether nothing came of it, although it was given.
    public var cameToNothing: Bool { events + merged == 0 && (rows > 0 || !isUsed) }

    /// Whether the counts add up; they always must.
    public var isBalanced: Bool { rows == events + merged + rejected }
}
