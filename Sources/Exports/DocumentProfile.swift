/// What a document shows, in which order and in which words; an authority can change it without a rebuild.
///
/// `Definitions` reads it from `exports/profiles/`.
public struct DocumentProfile: Sendable, Hashable {
    /// One section of a document.
    public struct Section: Sendable, Hashable {
        /// What a section shows.
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            /// The counts of events, rows and sources.
            case summary
            /// The people of the family.
            case family
            /// How long the authority and the other agencies have been involved.
            case involvement
            /// All dated events in one table.
            case chronology
            /// For each child: words, strengths, and the events with age and impact.
            case children
            /// The events without a date.
            case undated
            /// Where linked accounts differ, and which accounts may tell of one event.
            case links
            /// The times without events.
            case gaps
            /// The sources, their coverage and their files.
            case sources
            /// What the document does not show.
            case leftOut = "left-out"
            /// How to read it.
            case method
        }

        /// What it shows.
        public let kind: Kind
        /// Its heading.
        public let heading: String
        /// Paragraphs that stand under the heading.
        public let paragraphs: [String]
        /// The columns of its table, where it has one of events.
        public let columns: [Column]

        /// Makes a section.
        public init(kind: Kind, heading: String, paragraphs: [String], columns: [Column]) {
            self.kind = kind
            self.heading = heading
            self.paragraphs = paragraphs
            self.columns = columns
        }
    }

    /// One column of a table of events.
    public struct Column: Sendable, Hashable {
        /// What a column holds.
        public enum Field: String, Sendable, Hashable, CaseIterable {
            /// The number of the event in the table.
            case serial
            /// The child's age at the event.
            case age
            /// The date.
            case date
            /// What happened, with the outcome and the decision on the same line, and nothing that is analysis.
            case eventDetail = "event-detail"
            /// What happened, with the source.
            case event
            /// The agency, the document or witness, and the reference.
            case source
            /// What stood around it.
            case context
            /// What it meant for the child.
            case impact
            /// What was done, and what came of it.
            case response
            /// What was decided.
            case decision
        }

        /// What it holds.
        public let field: Field
        /// Its heading.
        public let heading: String

        /// Makes a column.
        public init(field: Field, heading: String) {
            self.field = field
            self.heading = heading
        }
    }

    /// The name of the document and of its file.
    public let id: String
    /// The title.
    public let title: String
    /// The protective marking.
    public let marking: String
    /// How agencies that are the authority itself are named, in lower case.
    public let authorityNames: [String]
    /// The categories of events that say nothing of the authority's involvement, such as a birth.
    public let notInvolvement: [String]
    /// The sections, in order.
    public let sections: [Section]

    /// Makes a profile.
    public init(
        id: String,
        title: String,
        marking: String,
        authorityNames: [String],
        notInvolvement: [String] = [],
        sections: [Section]
    ) {
        self.id = id
        self.title = title
        self.marking = marking
        self.authorityNames = authorityNames
        self.notInvolvement = notInvolvement
        self.sections = sections
    }
}
