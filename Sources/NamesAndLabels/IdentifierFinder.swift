import DataFormats

/// Finds numbers and addresses in a flow of text.
struct IdentifierFinder {
    private let values: [UInt32]
    private let listed: ListedIdentifiers
    private let flow: TextFlow
    private let readsPatterns: Bool

    static func find(in flow: TextFlow, _ listed: ListedIdentifiers) -> [FoundIdentifier] {
        // Every number has a figure, and most texts have none.
        guard flow.characters.contains(where: { (0x30...0x39).contains($0.value) || $0.value == 0x40 }) else {
            return []
        }
        let finder = IdentifierFinder(flow, listed)
        return finder.found()
    }

    private init(_ flow: TextFlow, _ listed: ListedIdentifiers) {
        self.flow = flow
        self.listed = listed
        // Folded as far as numbers need it.
        values = flow.characters.map {
            (0x41...0x5A).contains($0.value) ? $0.value + 32 : $0.value == 0xA0 ? 0x20 : $0.value
        }
        readsPatterns = flow.use == .prose
    }

    private func found() -> [FoundIdentifier] {
        var found: [FoundIdentifier] = []
        let addresses = emails()
        var next = 0
        var index = 0
        while index < values.count {
            if next < addresses.count, index == addresses[next].lowerBound {
                found.append(identifier(addresses[next], .email))
                index = addresses[next].upperBound
                next += 1
                continue
            }
            guard isStart(index), let identifier = at(index) else {
                index += 1
                continue
            }
            // An address that begins inside is longer.
            if next < addresses.count, identifier.range.contains(addresses[next].lowerBound) {
                index += 1
                continue
            }
            found.append(identifier)
            index = identifier.range.upperBound
        }
        return found
    }

    private func isFigure(_ index: Int) -> Bool {
        index >= 0 && index < values.count && (0x30...0x39).contains(values[index])
    }

    private func isLetter(_ index: Int) -> Bool {
        index >= 0 && index < values.count && (0x61...0x7A).contains(values[index])
    }

    private func isPart(_ index: Int) -> Bool { isFigure(index) || isLetter(index) }

    private func value(_ index: Int) -> UInt32 { index >= 0 && index < values.count ? values[index] : 0x20 }

    /// Whether a number can begin at a place.
    private func isStart(_ index: Int) -> Bool {
        let value = values[index]
        guard value == 0x2B || value == 0x28 || isPart(index) else { return false }
        return !isPart(index - 1)
    }

    private func at(_ index: Int) -> FoundIdentifier? {
        if listed.first.contains(values[index]) {
            let length = listed.length(in: values[index...])
            if length > 0 { return listedIdentifier(index..<index + length) }
        }
        guard readsPatterns else { return nil }
        if isLetter(index) {
            guard isFigure(index + 1) || isFigure(index + 2) else { return nil }
            return upn(index) ?? postcode(index)
        }
        return nhsNumber(index) ?? phone(index)
    }

    /// A listed number is of the kind that it looks like.
    private func listedIdentifier(_ range: Range<Int>) -> FoundIdentifier {
        for other in [upn(range.lowerBound), nhsNumber(range.lowerBound)] {
            if let other, other.range == range { return other }
        }
        return identifier(range, .listed)
    }

    private func identifier(_ range: Range<Int>, _ kind: IdentifierKind, key: [UInt32]? = nil) -> FoundIdentifier {
        var text = String.UnicodeScalarView()
        for value in key ?? Array(values[range]) { text.append(Unicode.Scalar(value) ?? "?") }
        return FoundIdentifier(range: range, kind: kind, key: String(text), text: flow.text(range))
    }

    // MARK: E-mail

    private func emails() -> [Range<Int>] {
        var found: [Range<Int>] = []
        for (index, value) in values.enumerated() where value == 0x40 {
            var low = index
            while low > (found.last?.upperBound ?? 0), index - low < 64, isLocalPart(low - 1) { low -= 1 }
            var high = index + 1
            while high - index < 256, isPart(high) || self.value(high) == 0x2E || self.value(high) == 0x2D { high += 1 }
            while high > index, !isPart(high - 1) { high -= 1 }
            while low < index, !isPart(low) { low += 1 }
            let hasDot = values[index..<max(index, high)].contains(0x2E)
            if low < index, high > index + 1, hasDot, readsPatterns || flow.use != .formula { found.append(low..<high) }
        }
        return found
    }

    private func isLocalPart(_ index: Int) -> Bool {
        if isPart(index) { return true }
        return [0x2E, 0x5F, 0x25, 0x2B, 0x2D, 0x27, 0x2019].contains(value(index))
    }

    // MARK: Numbers with check digits

    /// https://www.gov.uk/government/publications/unique-pupil-numbers: a letter that follows from the rest, then
    /// twelve figures, the last of which is a letter in a temporary number.
    private func upn(_ start: Int) -> FoundIdentifier? {
        guard start + 13 <= values.count, isLetter(start), !isPart(start + 13) else { return nil }
        let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ".unicodeScalars.map { $0.value + 32 })
        var sum = 0
        for place in 1...12 {
            let value = values[start + place]
            if (0x30...0x39).contains(value) {
                sum += Int(value - 0x30) * (place + 1)
            } else if place == 12, let number = letters.firstIndex(of: value) {
                sum += number * 13
            } else {
                return nil
            }
        }
        var found = identifier(start..<start + 13, .upn)
        guard letters[sum % 23] != values[start] else { return found }
        // A mistyped number tells who somebody is as well; nothing else has a capital and twelve figures.
        guard isUpper(start..<start + 1), isFigure(start + 12) else { return nil }
        found.isDoubtful = true
        return found
    }

    /// https://www.datadictionary.nhs.uk/attributes/nhs_number.html: ten figures, the last a check modulo eleven.
    private func nhsNumber(_ start: Int) -> FoundIdentifier? {
        guard isFigure(start), value(start - 1) != 0x2E, value(start - 1) != 0x2B else { return nil }
        var digits: [UInt32] = []
        var index = start
        while digits.count < 10 {
            if isFigure(index) {
                digits.append(values[index])
            } else if digits.count == 3 || digits.count == 6, value(index) == 0x20 || value(index) == 0x2D,
                isFigure(index - 1)
            {
                // One blank or hyphen between the groups.
            } else {
                return nil
            }
            index += 1
        }
        guard !isPart(index), !(value(index) == 0x2E && isFigure(index + 1)) else { return nil }
        let sum = digits.prefix(9).enumerated().reduce(0) { $0 + Int($1.element - 0x30) * (10 - $1.offset) }
        let check = (11 - sum % 11) % 11
        guard check < 10, check == Int(digits[9] - 0x30), Set(digits).count > 1 else { return nil }
        return identifier(start..<index, .nhsNumber, key: digits)
    }

    // MARK: Postcodes

    private func postcode(_ start: Int) -> FoundIdentifier? {
        var index = start
        while isLetter(index), index - start < 3 { index += 1 }
        let area = index - start
        guard area == 1 || area == 2,
            Self.areas.contains(String(values[start..<index].compactMap(Unicode.Scalar.init).map(Character.init)))
        else { return nil }
        guard isFigure(index) else { return nil }
        index += 1
        // The district has one more figure or letter, where three characters that end the code follow.
        for extra in [1, 0] where extra == 0 || isPart(index) {
            var place = index + extra
            let hasBlank = value(place) == 0x20
            if hasBlank { place += 1 }
            guard isFigure(place), isInward(place + 1), isInward(place + 2), !isPart(place + 3) else { continue }
            guard hasBlank || isUpper(start..<place + 3) else { continue }
            // "a1 2nd" is no postcode.
            guard isUpper(start..<start + 1) == isUpper(place + 1..<place + 3) else { continue }
            if value(start - 1) == 0x23 { return nil }
            return identifier(start..<place + 3, .postcode, key: values[start..<place + 3].filter { $0 != 0x20 })
        }
        return nil
    }

    private func isInward(_ index: Int) -> Bool {
        isLetter(index) && !"cikmov".unicodeScalars.contains { $0.value == values[index] }
    }

    private func isUpper(_ range: Range<Int>) -> Bool {
        flow.characters[range].allSatisfy { !(0x61...0x7A).contains($0.value) }
    }

    /// The areas of Royal Mail, with the islands.
    private static let areas: Set<String> = Set(
        """
        ab al b ba bb bd bf bh bl bn br bs bt bx ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk
        fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np
        nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa
        wc wd wf wn wr ws wv yo ze
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    )

    // MARK: Telephones

    /// A number of ten or eleven figures that begins with 01, 02, 03 or 07, or +44.
    private func phone(_ start: Int) -> FoundIdentifier? {
        if [0x2D, 0x2E, 0x2F].contains(value(start - 1)), isPart(start - 2) { return nil }
        var digits: [UInt32] = []
        var groups = [0]
        var (index, depth, isInternational) = (start, 0, false)
        var end = start
        if value(index) == 0x2B {
            guard value(index + 1) == 0x34, value(index + 2) == 0x34 else { return nil }
            isInternational = true
            index += 3
            end = index
        }
        while index < values.count, digits.count < 13 {
            if isFigure(index) {
                digits.append(values[index])
                groups[groups.count - 1] += 1
                end = index + 1
            } else if value(index) == 0x28, depth == 0 {
                depth = 1
            } else if value(index) == 0x29, depth == 1 {
                depth = 0
                end = index + 1
            } else if value(index) == 0x20 || value(index) == 0x2D {
                guard isFigure(index + 1) || value(index + 1) == 0x28 || value(index - 1) == 0x29 else { break }
                if digits.count >= 11 { break }
                groups.append(0)
            } else {
                break
            }
            index += 1
        }
        return phone(start..<end, digits, groups, isInternational)
    }

    private func phone(
        _ range: Range<Int>,
        _ digits: [UInt32],
        _ groups: [Int],
        _ isInternational: Bool
    ) -> FoundIdentifier? {
        var national = digits
        if isInternational {
            if national.first == 0x30 { national.removeFirst() }
            national.insert(0x30, at: 0)
        } else {
            // "01 02 2019" is a date: the area has three figures or more.
            guard let first = groups.first(where: { $0 > 0 }), first > 2 else { return nil }
        }
        guard national.count == 10 || national.count == 11, national[0] == 0x30,
            [0x31, 0x32, 0x33, 0x37].contains(national[1]), national.count == 11 || national[1] == 0x31
        else { return nil }
        let next = range.upperBound
        guard !isPart(next), !([0x2E, 0x3A, 0x2F, 0x2D].contains(value(next)) && isFigure(next + 1)) else { return nil }
        return identifier(range, .phone, key: national)
    }
}
