public import Diagnostics  // An entry keeps its place.

/// Answers as a file holds them, before they are held against a tool.
public struct AnswerSheet: Sendable, Hashable {
    /// The identifier of the tool that they are for; `nil` where the file does not say.
    public var tool: String?
    /// The version of the tool; `nil` where the file does not say.
    public var version: String?
    /// How far the answers are.
    public var status: Status
    /// The entries, in the order of the file.
    public var entries: [Entry]
    /// Where the sheet begins.
    public var place: Place

    /// Makes a sheet.
    public init(tool: String?, version: String?, status: Status = .completed, entries: [Entry], place: Place) {
        self.tool = tool
        self.version = version
        self.status = status
        self.entries = entries
        self.place = place
    }

    /// How far answers are.
    ///
    /// Source: https://hl7.org/fhir/R4/valueset-questionnaire-answers-status.html
    public enum Status: String, Sendable, Hashable, CaseIterable {
        /// Still being filled in.
        case inProgress = "in-progress"
        /// Done.
        case completed
        /// Done, and changed since.
        case amended
        /// Not to be used.
        case enteredInError = "entered-in-error"
        /// Ended before it was done.
        case stopped
    }

    /// What stands for one item.
    public struct Entry: Sendable, Hashable {
        /// The identifier as the file has it.
        public var id: String
        /// Which instance of each repeated group it stands in, from 1, by the identifier of the group.
        public var groups: [String: Int]
        /// The instance where the file gives only its number; `nil` where it does not.
        public var number: Int?
        /// The values, in order; none where the item stands there without an answer.
        public var values: [Value]
        /// Where it stands.
        public var place: Place

        /// Makes an entry.
        public init(
            id: String,
            groups: [String: Int] = [:],
            number: Int? = nil,
            values: [Value],
            place: Place
        ) {
            self.id = id
            self.groups = groups
            self.number = number
            self.values = values
            self.place = place
        }
    }

    /// A value as it is written.
    public enum Value: Sendable, Hashable {
        /// The code of an option.
        case code(String)
        /// Words, which may be the code or the label of an option.
        case text(String)
        /// A number as it is written.
        case number(String)
        /// A day or time as it is written.
        case day(String)

        /// What is written.
        public var text: String {
            switch self {
            case .code(let text), .text(let text), .number(let text), .day(let text): text
            }
        }
    }
}
