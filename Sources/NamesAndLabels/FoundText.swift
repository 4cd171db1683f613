/// What kind of thing was found in a text.
public enum FoundKind: String, Sendable, Hashable, CaseIterable {
    /// A name or a part of one.
    case name
    /// Somebody's initials.
    case initials
    /// A number or an address.
    case identifier
}

/// Why a person should look at a place.
public enum ReviewReason: String, Sendable, Hashable, CaseIterable {
    /// A name that is a word of the language too was replaced.
    case commonWord = "common-word"
    /// The same at the beginning of a sentence, where every word has a capital.
    case sentenceStart = "sentence-start"
    /// A name that is a word of the language too stands in lower case and was left.
    case lowerCase = "lower-case"
    /// A name that is a word of the calendar too stands in a date and was left.
    case date
    /// Initials that are a usual abbreviation too were left.
    case abbreviation
    /// A name with an "s" behind it, which could be another name, was replaced.
    case withoutApostrophe = "without-apostrophe"
    /// A name behind a title that is not listed was left.
    case unlisted
    /// A number in the form of a UPN, whose check letter is wrong, was replaced.
    case checkLetter = "check-letter"

    /// One line that says so.
    public var summary: String {
        switch self {
        case .commonWord: "a name that is also a common word was replaced"
        case .sentenceStart: "a name that is also a common word was replaced at the beginning of a sentence"
        case .lowerCase: "a name that is also a common word was left in lower case"
        case .date: "a name that is also a word of the calendar was left in a date"
        case .abbreviation: "initials that are also a usual abbreviation were left"
        case .withoutApostrophe: "a name with an s behind it was replaced; it could be another name"
        case .checkLetter: "a number in the form of a UPN, with a wrong check letter, was replaced"
        case .unlisted: "a name behind a title is not listed and was left"
        }
    }
}

/// A name or number in a flow of text.
struct FoundText: Sendable, Hashable {
    /// Its characters.
    let range: Range<Int>
    /// The place in the glossary; `nil` where nothing is replaced.
    let entry: Int?
    let kind: FoundKind
    let review: ReviewReason?
}
