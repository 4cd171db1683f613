/// A share of a whole in percent, to one decimal place, halves up.
///
/// It is made from the exact counts, never from counts that were rounded before: 115 of 368 is 31.3.
/// Source of the rounding: https://explore-education-statistics.service.gov.uk/find-statistics/children-in-need/2024/explore
public struct Percentage: Sendable, Hashable {
    /// The share in tenths of a percent.
    public let tenths: Int

    /// Makes the share of a part in a whole; `nil` of nothing, which is not 0, and for a negative part.
    public init?(_ part: Int, of whole: Int) {
        guard whole > 0, part >= 0 else { return nil }
        let (doubled, overflow) = part.multipliedReportingOverflow(by: 2000)
        guard !overflow else { return nil }
        tenths = (doubled + whole) / (2 * whole)
    }
}

extension Percentage: CustomStringConvertible {
    /// The share with one decimal place and no sign, such as `31.3`.
    public var description: String { "\(tenths / 10).\(tenths % 10)" }
}
