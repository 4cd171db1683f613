/// A season by whole months; the raw value is the number that EDTF gives it.
///
/// Spring is March to May, summer June to August, autumn September to November, winter December to the end of the
/// next February.
public enum Season: Int, Sendable, Hashable, CaseIterable {
    case spring = 21
    case summer, autumn, winter

    /// The first month; winter begins in December of its year.
    var firstMonth: Int {
        switch self {
        case .spring: 3
        case .summer: 6
        case .autumn: 9
        case .winter: 12
        }
    }
}
