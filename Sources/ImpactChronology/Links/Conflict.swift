/// In what two or more accounts differ that a person said to be of one event, or that may be; nothing is chosen.
public struct Conflict: Sendable, Hashable {
    /// What they disagree about.
    public enum Subject: Sendable, Hashable {
        /// The date: the accounts have no day in common.
        case date
        /// A stated fact, by its name in the rules, such as "whether the children were seen".
        case fact(String)
    }

    /// What one account says.
    public struct Statement: Sendable, Hashable {
        /// The account.
        public var event: EventID
        /// What it says of the fact, in the words of the rules, such as "not seen"; for a date the date as it is
        /// written.
        public var says: String
        /// The words of the account that are read so; blank for a date.
        public var words: String

        /// Makes a statement.
        public init(event: EventID, says: String, words: String = "") {
            self.event = event
            self.says = says
            self.words = words
        }
    }

    /// What they disagree about.
    public var subject: Subject
    /// What each account says, in the order of the chronology; at least two.
    public var statements: [Statement]

    /// Makes a conflict.
    public init(subject: Subject, statements: [Statement]) {
        self.subject = subject
        self.statements = statements
    }
}
