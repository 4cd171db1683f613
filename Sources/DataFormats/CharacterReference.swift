/// Reads `&eacute;`, `&#233;` and `&#xE9;`.
enum CharacterReference {
    /// Returns the character that a reference at an ampersand stands for, and where it ends; `nil` when it is none.
    static func read(_ bytes: [UInt8], at start: Int, before end: Int) -> (value: UInt32, end: Int)? {
        var index = start + 1
        let last = min(end, start + 40)
        while index < last, bytes[index] != UInt8(ascii: ";") {
            guard isPart(bytes[index]) else { return nil }
            index += 1
        }
        guard index < last else { return nil }
        let name = String(decoding: bytes[(start + 1)..<index], as: UTF8.self)
        guard let value = name.hasPrefix("#") ? number(name.dropFirst()) : named[name] else { return nil }
        return (value, index + 1)
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "#"):
            true
        default: false
        }
    }

    private static func number(_ text: Substring) -> UInt32? {
        guard let first = text.first else { return nil }
        let value = first == "x" || first == "X" ? UInt32(text.dropFirst(), radix: 16) : UInt32(text)
        return value.flatMap(Unicode.Scalar.init)?.value
    }

    /// The names of the letters and marks of western and central Europe.
    /// https://html.spec.whatwg.org/multipage/named-characters.html
    private static let named: [String: UInt32] = {
        let words = table.split(separator: " ")
        var named: [String: UInt32] = [:]
        for index in stride(from: 0, to: words.count - 1, by: 2) {
            named[String(words[index])] = UInt32(words[index + 1], radix: 16)
        }
        return named
    }()

    private static let table = """
        AElig c6 Aacute c1 Abreve 102 Acirc c2 Agrave c0 Amacr 100 Aogon 104 Aring c5 Atilde c3 Auml c4 COPY a9 \
        Cacute 106 Ccaron 10c Ccedil c7 Ccirc 108 Cdot 10a Cedilla b8 CenterDot b7 CloseCurlyDoubleQuote 201d \
        CloseCurlyQuote 2019 Dagger 2021 Dcaron 10e DiacriticalAcute b4 Dot a8 DoubleDot a8 Dstrok 110 ENG 14a \
        ETH d0 Eacute c9 Ecaron 11a Ecirc ca Edot 116 Egrave c8 Emacr 112 Eogon 118 Euml cb Gbreve 11e \
        Gcedil 122 Gcirc 11c Gdot 120 Hcirc 124 Hstrok 126 IJlig 132 Iacute cd Icirc ce Idot 130 Igrave cc \
        Imacr 12a Iogon 12e Itilde 128 Iuml cf Jcirc 134 Kcedil 136 Lacute 139 Lcaron 13d Lcedil 13b Lmidot 13f \
        Lstrok 141 Nacute 143 Ncaron 147 Ncedil 145 NegativeMediumSpace 200b NegativeThickSpace 200b \
        NegativeThinSpace 200b NegativeVeryThinSpace 200b NewLine a NonBreakingSpace a0 Ntilde d1 OElig 152 \
        Oacute d3 Ocirc d4 Odblac 150 Ograve d2 Omacr 14c OpenCurlyDoubleQuote 201c OpenCurlyQuote 2018 \
        Oslash d8 Otilde d5 Ouml d6 PlusMinus b1 REG ae Racute 154 Rcaron 158 Rcedil 156 Sacute 15a Scaron 160 \
        Scedil 15e Scirc 15c THORN de Tab 9 Tcaron 164 Tcedil 162 ThinSpace 2009 Tstrok 166 Uacute da \
        Ubreve 16c Ucirc db Udblac 170 Ugrave d9 Umacr 16a Uogon 172 Uring 16e Utilde 168 Uuml dc Verbar 2016 \
        Vert 2016 VeryThinSpace 200a Wcirc 174 Yacute dd Ycirc 176 Yuml 178 Zacute 179 Zcaron 17d Zdot 17b \
        ZeroWidthSpace 200b aacute e1 abreve 103 acirc e2 acute b4 aelig e6 agrave e0 amacr 101 amp 26 angst c5 \
        aogon 105 apos 27 aring e5 atilde e3 auml e4 bdquo 201e brvbar a6 bull 2022 bullet 2022 cacute 107 \
        ccaron 10d ccedil e7 ccirc 109 cdot 10b cedil b8 cent a2 centerdot b7 circledR ae colon 3a comma 2c \
        commat 40 copy a9 curren a4 dagger 2020 dash 2010 dcaron 10f ddagger 2021 deg b0 die a8 div f7 \
        divide f7 dstrok 111 eacute e9 ecaron 11b ecirc ea edot 117 egrave e8 emacr 113 emsp 2003 emsp13 2004 \
        emsp14 2005 eng 14b ensp 2002 eogon 119 eth f0 euml eb frac12 bd frac14 bc frac34 be gbreve 11f \
        gcirc 11d gdot 121 gt 3e hairsp 200a half bd hcirc 125 hellip 2026 horbar 2015 hstrok 127 hyphen 2010 \
        iacute ed icirc ee iexcl a1 igrave ec ijlig 133 imacr 12b imath 131 inodot 131 iogon 12f iquest bf \
        itilde 129 iuml ef jcirc 135 kcedil 137 kgreen 138 lacute 13a laquo ab lcaron 13e lcedil 13c ldquo 201c \
        ldquor 201e lmidot 140 lowbar 5f lpar 28 lrm 200e lsquo 2018 lsquor 201a lstrok 142 lt 3c macr af \
        mdash 2014 micro b5 middot b7 mldr 2026 nacute 144 napos 149 nbsp a0 ncaron 148 ncedil 146 ndash 2013 \
        nldr 2025 not ac ntilde f1 num 23 numsp 2007 oacute f3 ocirc f4 odblac 151 oelig 153 ograve f2 \
        omacr 14d ordf aa ordm ba oslash f8 otilde f5 ouml f6 para b6 period 2e plus 2b plusmn b1 pm b1 \
        pound a3 puncsp 2008 quot 22 racute 155 raquo bb rcaron 159 rcedil 157 rdquo 201d rdquor 201d reg ae \
        rlm 200f rpar 29 rsquo 2019 rsquor 2019 sacute 15b sbquo 201a scaron 161 scedil 15f scirc 15d sect a7 \
        semi 3b shy ad sol 2f strns af sup1 b9 sup2 b2 sup3 b3 szlig df tcaron 165 tcedil 163 thinsp 2009 \
        thorn fe times d7 tstrok 167 uacute fa ubreve 16d ucirc fb udblac 171 ugrave f9 umacr 16b uml a8 \
        uogon 173 uring 16f utilde 169 uuml fc wcirc 175 yacute fd ycirc 177 yen a5 yuml ff zacute 17a \
        zcaron 17e zdot 17c zwj 200d zwnj 200c
        """
}
