/// How large a count is, roughly: what the choice of counts to hide looks at, and nothing finer.
///
/// The choice must tell nothing by itself: it depends on the classes and on the order in the table, so that other tables
/// that fit what is shown would be printed in the same way.
enum SizeClass: Int, Sendable, Hashable {
    case none, small, some, many

    /// The counts that are never shown, by the rule for national figures of 2020.
    ///
    /// Source: https://explore-education-statistics.service.gov.uk/find-statistics/children-in-need/2020/data-guidance
    static let smallCounts = 1...5

    init(_ count: Int) {
        self =
            switch count {
            case ...0: .none
            case Self.smallCounts: .small
            case ...50: .some
            default: .many
            }
    }

    /// What a count of the class may be in another table that would be printed in the same way.
    ///
    /// A larger one that is hidden beside a small one may as well be small; a small one may not be larger.
    var range: ClosedRange<Int> {
        switch self {
        case .none: 0...0
        case .small: Self.smallCounts
        case .some: 1...50
        case .many: 51...Int.max
        }
    }
}
