/// A number as a spreadsheet's XML writes it, kept figure by figure.
struct DecimalNumber: Sendable, Hashable {
    private(set) var isNegative: Bool
    /// The figures, 0...9, without noughts at either end; none for zero.
    private(set) var figures: [UInt8]
    /// How many figures stand before the point; below 0 when noughts follow the point first.
    private(set) var point: Int

    /// More figures than any program writes.
    private static let mostFigures = 400
    /// More places before or after the point than are written out.
    private static let mostPlaces = 40
    /// The figures that spreadsheets show; what is behind them is noise of binary arithmetic.
    private static let shownFigures = 15

    var isZero: Bool { figures.isEmpty }

    /// Whether nothing stands behind the point.
    var isWhole: Bool { figures.count <= point }

    /// Reads `12`, `-0.5`, `1.23E+15`; `nil` for anything else.
    init?(_ text: some Collection<UInt8>) {
        var (negative, point, seenPoint, seenFigure) = (false, 0, false, false)
        var figures: [UInt8] = []
        var index = text.startIndex
        if let sign = text.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            negative = sign == UInt8(ascii: "-")
            index = text.index(after: index)
        }
        scan: while index != text.endIndex {
            switch text[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                seenFigure = true
                let figure = text[index] - UInt8(ascii: "0")
                if figure != 0 || !figures.isEmpty { figures.append(figure) }
                // A nought before the first figure moves the point only when it stands behind the point.
                if seenPoint { point -= figures.isEmpty ? 1 : 0 } else { point += figures.isEmpty ? 0 : 1 }
                guard figures.count <= Self.mostFigures, point >= -Self.mostFigures else { return nil }
            case UInt8(ascii: ".") where !seenPoint: seenPoint = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"): break scan
            default: return nil
            }
            index = text.index(after: index)
        }
        guard seenFigure else { return nil }
        if index != text.endIndex {
            guard let exponent = Self.exponent(text[text.index(after: index)...]) else { return nil }
            point += exponent
        }
        self.figures = figures
        self.point = point
        isNegative = negative
        trim()
    }

    private static func exponent(_ text: some Collection<UInt8>) -> Int? {
        var rest = text[...]
        var sign = 1
        if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            sign = first == UInt8(ascii: "-") ? -1 : 1
            rest = rest.dropFirst()
        }
        guard !rest.isEmpty, rest.count <= 5 else { return nil }
        var value = 0
        for byte in rest {
            guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return sign * value
    }

    private mutating func trim() {
        while figures.last == 0 { figures.removeLast() }
        if figures.isEmpty { (point, isNegative) = (0, false) }
    }

    /// The number without an exponent, rounded to fifteen figures where it is not whole; `nil` when that is too long.
    ///
    /// A whole number keeps all its figures: it may be somebody's reference.
    var text: String? {
        let number = isWhole ? self : rounded(figures: max(Self.shownFigures, point))
        guard abs(number.point) <= Self.mostPlaces, number.figures.count <= Self.mostPlaces else { return nil }
        var text: [UInt8] = number.isNegative ? [UInt8(ascii: "-")] : []
        if number.point <= 0 { text.append(UInt8(ascii: "0")) }
        for index in min(0, number.point)..<max(number.figures.count, number.point) {
            if index == number.point { text.append(UInt8(ascii: ".")) }
            text.append(UInt8(ascii: "0") + number.figure(index))
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func figure(_ index: Int) -> UInt8 {
        figures.indices.contains(index) ? figures[index] : 0
    }

    /// The number with so many figures, halves rounded away from zero.
    private func rounded(figures count: Int) -> DecimalNumber {
        guard figures.count > count else { return self }
        var result = self
        let roundsUp = figures[count] >= 5
        result.figures.removeSubrange(count...)
        if roundsUp {
            var index = count - 1
            while index >= 0, result.figures[index] == 9 {
                result.figures[index] = 0
                index -= 1
            }
            if index >= 0 {
                result.figures[index] += 1
            } else {
                result.figures.insert(1, at: 0)
                result.point += 1
            }
        }
        result.trim()
        return result
    }

    /// The number as days, in whole seconds, rounded to the nearest; `nil` when it is negative or has more than seven
    /// figures before the point.
    var seconds: Int? {
        guard !isNegative, point <= 7 else { return nil }
        var (days, fraction, scale) = (0, 0, 1)
        for index in 0..<max(point, 0) { days = days * 10 + Int(figure(index)) }
        // Fourteen places are a nanosecond, and all that an Int holds when it is multiplied.
        for place in 0..<14 {
            fraction = fraction * 10 + Int(figure(point + place))
            scale *= 10
        }
        return days * 86_400 + (fraction * 86_400 + scale / 2) / scale
    }
}
