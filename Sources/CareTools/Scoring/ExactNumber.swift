/// A number as a fraction, so that no score is ever off by a rounding that nobody chose.
///
/// What is read has at most nine figures before the point and six behind it; definitions see to it that no score can
/// grow beyond what fits.
public struct ExactNumber: Sendable, Hashable {
    private let numerator: Int128
    private let denominator: Int128

    private init(_ numerator: Int128, over denominator: Int128) {
        let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
        let sign: Int128 = denominator < 0 ? -1 : 1
        self.numerator = sign * numerator / Int128(divisor)
        self.denominator = sign * denominator / Int128(divisor)
    }

    /// Makes a whole number.
    public init(_ number: Int) {
        numerator = Int128(number)
        denominator = 1
    }

    /// Reads `12`, `-0.5` or `3.125`; `nil` for anything else, also for `+1`, `.5`, `1e3` and white space.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        let isNegative = bytes.first == UInt8(ascii: "-")
        let parts = bytes.dropFirst(isNegative ? 1 : 0).split(
            separator: UInt8(ascii: "."),
            omittingEmptySubsequences: false
        )
        guard parts.count <= 2, (1...9).contains(parts[0].count), parts.count == 1 || (1...6).contains(parts[1].count)
        else { return nil }
        var number: Int128 = 0
        var scale: Int128 = 1
        for (index, part) in parts.enumerated() {
            for byte in part {
                guard (0x30...0x39).contains(byte) else { return nil }
                number = number * 10 + Int128(byte - 0x30)
                if index == 1 { scale *= 10 }
            }
        }
        self.init(isNegative ? -number : number, over: scale)
    }

    private static func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
        var (first, second) = (first, second)
        while second != 0 { (first, second) = (second, first % second) }
        return max(first, 1)
    }

    /// Whether it is 0.
    public var isZero: Bool { numerator == 0 }

    /// Whether it is below 0.
    public var isNegative: Bool { numerator < 0 }

    /// The sum.
    public static func + (first: ExactNumber, second: ExactNumber) -> ExactNumber {
        ExactNumber(
            first.numerator * second.denominator + second.numerator * first.denominator,
            over: first.denominator * second.denominator
        )
    }

    /// The difference.
    public static func - (first: ExactNumber, second: ExactNumber) -> ExactNumber {
        first + ExactNumber(-second.numerator, over: second.denominator)
    }

    /// The product.
    public static func * (first: ExactNumber, second: ExactNumber) -> ExactNumber {
        ExactNumber(first.numerator * second.numerator, over: first.denominator * second.denominator)
    }

    /// Returns the quotient; `nil` where the divisor is 0.
    public func divided(by divisor: ExactNumber) -> ExactNumber? {
        divisor.isZero
            ? nil : ExactNumber(numerator * divisor.denominator, over: denominator * divisor.numerator)
    }

    /// The largest number of which both are multiples; the other where one is 0.
    func greatestCommonDivisor(with other: ExactNumber) -> ExactNumber {
        let (first, second) = (
            (numerator * other.denominator).magnitude, (other.numerator * denominator).magnitude
        )
        if first == 0 { return other.magnitude }
        if second == 0 { return magnitude }
        return ExactNumber(Int128(Self.greatestCommonDivisor(first, second)), over: denominator * other.denominator)
    }

    /// One in the last of so many decimal places: 1, 0.1, 0.01 ...
    static func unit(ofPlaces places: Int) -> ExactNumber {
        var scale: Int128 = 1
        for _ in 0..<places { scale *= 10 }
        return ExactNumber(1, over: scale)
    }

    /// The number without its sign.
    public var magnitude: ExactNumber { isNegative ? ExactNumber(-numerator, over: denominator) : self }

    /// Returns the number rounded.
    public func rounded(_ rule: Rounding) -> ExactNumber {
        var scale: Int128 = 1
        for _ in 0..<rule.places { scale *= 10 }
        let scaled = numerator * scale
        // The quotient rounded down, and a remainder that is never negative.
        var (whole, rest) = scaled.quotientAndRemainder(dividingBy: denominator)
        if rest < 0 { (whole, rest) = (whole - 1, rest + denominator) }
        let isUp: Bool =
            switch rule.mode {
            case .up: rest > 0
            case .down: false
            case .halfUp: rest * 2 > denominator || rest * 2 == denominator && numerator >= 0
            case .halfEven: rest * 2 > denominator || rest * 2 == denominator && whole % 2 != 0
            }
        return ExactNumber(isUp ? whole + 1 : whole, over: scale)
    }
}

extension ExactNumber: Comparable {
    /// Whether the first is lower.
    public static func < (first: ExactNumber, second: ExactNumber) -> Bool {
        first.numerator * second.denominator < second.numerator * first.denominator
    }
}

extension ExactNumber: ExpressibleByIntegerLiteral {
    /// Makes a whole number.
    public init(integerLiteral number: Int) {
        self.init(number)
    }
}

extension ExactNumber: CustomStringConvertible {
    /// The number as a decimal without noughts at its end, such as `2.5`; cut at six places where it has more.
    public var description: String {
        let isNegative = numerator < 0
        var (whole, rest) = numerator.magnitude.quotientAndRemainder(dividingBy: denominator.magnitude)
        var places = ""
        for _ in 0..<6 where rest != 0 {
            (whole, rest) = (whole, rest * 10)
            places += String(rest / denominator.magnitude)
            rest %= denominator.magnitude
        }
        while places.utf8.last == UInt8(ascii: "0") { places.removeLast() }
        return (isNegative ? "-" : "") + String(whole) + (places.isEmpty ? "" : "." + places)
    }
}
