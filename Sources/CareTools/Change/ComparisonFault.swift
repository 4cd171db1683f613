/// Why results are not laid side by side.
public enum ComparisonFault: Error, Sendable, Hashable {
    /// There are fewer than two.
    case fewerThanTwo
    /// They are of several tools, none of which goes on from another.
    case severalTools([String])
    /// They are about several children, carers or persons, by the field that differs.
    case severalSubjects(AboutField.Name)
    /// Some say whom they are about in this field and some do not.
    case subjectNotSaid(AboutField.Name)
    /// The dates of birth, the expected ones and the days of profiles from before birth do not fit each other.
    case birthDoesNotFit
    /// Not all say on which day they were completed, so that they have no order.
    case noDay

    /// The reason in words, without a name.
    public var words: String {
        switch self {
        case .fewerThanTwo: "a comparison needs the answers of two days at least"
        case .severalTools(let tools):
            "the answers are for several tools (\(tools.joined(separator: ", "))), which are not compared with each other"
        case .severalSubjects(let name):
            "the answers are about more than one \(Self.noun(name)); compare those of one at a time"
        case .subjectNotSaid(let name):
            "some of the answers do not say which \(Self.noun(name)) they are about, so they may not belong together"
        case .birthDoesNotFit:
            "the answers are not about one child: the dates of birth, the expected ones and the days of profiles from before "
                + "birth do not fit; a birth lies at most 20 weeks before and 4 weeks after the expected date, or, where that "
                + "is not given, at most 20 weeks before and 44 weeks after the day of the profile"
        case .noDay: "not all answers say on which day they were completed, so they have no order"
        }
    }

    private static func noun(_ name: AboutField.Name) -> String {
        switch name {
        case .child: "child"
        case .born: "date of birth"
        case .carer: "carer"
        case .case: "case"
        case .link: "person"
        default: name.rawValue
        }
    }
}
