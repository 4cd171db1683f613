/// Brings letters into the form in which names are compared: without case and without accents.
enum LetterFolding {
    /// Whether a scalar is a letter, and what stands for it; `nil` for anything else.
    static func folded(_ value: UInt32) -> [UInt32]? {
        switch value {
        case 0x61...0x7A: return [value]
        case 0x41...0x5A: return [value + 32]
        case 0..<0xAA: return nil
        case 0x2B9...0x2BF: return nil
        // Letters of full width.
        case 0xFF21...0xFF3A: return [value - 0xFF21 + 0x61]
        case 0xFF41...0xFF5A: return [value - 0xFF41 + 0x61]
        default: break
        }
        if let letters = plain[value] { return letters }
        guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic, !isMark(value) else { return nil }
        return scalar.properties.lowercaseMapping.unicodeScalars.map(\.value)
    }

    static func isASCIILetter(_ value: UInt32) -> Bool { value < 0x80 && (0x61...0x7A).contains(value | 0x20) }

    static func isLetter(_ value: UInt32) -> Bool {
        value < 0x80 ? isASCIILetter(value) : folded(value) != nil
    }

    /// Whether a scalar is passed over inside a word: accents that stand apart, and marks that nobody sees.
    static func isMark(_ value: UInt32) -> Bool {
        switch value {
        case 0..<0xAD: return false
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0x0300...0x036F, 0xFE00...0xFE0F:
            return true
        default: break
        }
        guard value > 0x36F, value < 0x2000 || value > 0x206F, let scalar = Unicode.Scalar(value) else { return false }
        return scalar.properties.generalCategory == .nonspacingMark
    }

    /// Whether a letter is a capital.
    static func isCapital(_ value: UInt32) -> Bool {
        if value < 0x80 { return (0x41...0x5A).contains(value) }
        return Unicode.Scalar(value)?.properties.isUppercase ?? false
    }

    /// Returns the words of a text as they are compared.
    static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let letters = folded(scalar.value) {
                word.append(contentsOf: letters.compactMap(Unicode.Scalar.init))
            } else if !isMark(scalar.value), !word.isEmpty {
                words.append(String(word))
                word = String.UnicodeScalarView()
            }
        }
        return word.isEmpty ? words : words + [String(word)]
    }

    private static let plain: [UInt32: [UInt32]] = {
        var plain: [UInt32: [UInt32]] = [:]
        for (letters, forms) in table {
            for form in forms.unicodeScalars { plain[form.value] = letters.unicodeScalars.map(\.value) }
        }
        return plain
    }()

    /// The letters of Latin-1 to Latin Extended-B and Latin Extended Additional, by what is left without their marks.
    private static let table: [(letters: String, forms: String)] = [
        ("a", "ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ"),
        ("ae", "Ææ"),
        ("b", "ḂḃḄḅḆḇ"),
        ("c", "ÇçĆćĈĉĊċČčḈḉ"),
        ("d", "ÐðĎďĐđḊḋḌḍḎḏḐḑḒḓ"),
        ("dz", "ǄǅǆǱǲǳ"),
        ("e", "ÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ"),
        ("f", "Ḟḟ"),
        ("ff", "\u{FB00}"),
        ("fi", "\u{FB01}"),
        ("fl", "\u{FB02}"),
        ("ffi", "\u{FB03}"),
        ("ffl", "\u{FB04}"),
        ("st", "\u{FB05}\u{FB06}"),
        ("g", "ĜĝĞğĠġĢģǦǧǴǵḠḡ"),
        ("h", "ĤĥĦħȞȟḢḣḤḥḦḧḨḩḪḫẖ"),
        ("i", "ÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐȈȉȊȋḬḭḮḯỈỉỊị"),
        ("ij", "Ĳĳ"),
        ("j", "Ĵĵǰ"),
        ("k", "ĶķǨǩḰḱḲḳḴḵ"),
        ("l", "ĹĺĻļĽľŁłḶḷḸḹḺḻḼḽ"),
        ("lj", "Ǉǈǉ"),
        ("m", "ḾḿṀṁṂṃ"),
        ("n", "ÑñŃńŅņŇňŊŋǸǹṄṅṆṇṈṉṊṋ"),
        ("nj", "Ǌǋǌ"),
        ("o", "ÒÓÔÕÖØòóôõöøŌōŎŏŐőƠơǑǒǪǫǬǭȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ"),
        ("oe", "Œœ"),
        ("p", "ṔṕṖṗ"),
        ("r", "ŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ"),
        ("s", "ŚśŜŝŞşŠšſȘșṠṡṢṣṤṥṦṧṨṩẛ"),
        ("ss", "ßẞ"),
        ("t", "ŢţŤťȚțṪṫṬṭṮṯṰṱẗ"),
        ("th", "Þþ"),
        ("u", "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự"),
        ("v", "ṼṽṾṿ"),
        ("w", "ŴŵẀẁẂẃẄẅẆẇẈẉẘ"),
        ("x", "ẊẋẌẍ"),
        ("y", "ÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹ"),
        ("z", "ŹźŻżŽžẐẑẒẓẔẕ"),
    ]
}
